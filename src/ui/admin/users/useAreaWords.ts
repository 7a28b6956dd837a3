import type { Area } from '../../../domain/access'
import type { Hamlet } from '../../../protocol/messages'
import { useServices } from '../../services'
import { adminTexts } from '../../text/admin'
import { useText } from '../../text/useText'
import { areaWords } from './areaWords'

/** Puts areas into words, with the names this administrator knows. */
export function useAreaWords(hamlets: readonly Hamlet[]): (areas: readonly Area[]) => string {
  const t = useText(adminTexts)
  const { holder } = useServices()
  return (areas) => areaWords(areas, {
    commune: (code) => holder.communes.find((commune) => commune.code === code)?.name ?? code,
    hamlet: (id) => hamlets.find((hamlet) => hamlet.id === id)?.name ?? '…',
    whole: t.users.wholeCommune,
    none: t.users.noHamlets,
  })
}
