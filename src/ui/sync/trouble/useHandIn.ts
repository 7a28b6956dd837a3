import { useCallback } from 'react'
import type { Losses } from '../../../storage/vaultTypes'
import { sealedLeft } from '../../account/signIn/sealedLeft'
import { useOutside } from '../../outside'
import { useServices } from '../../services'

export interface Left extends Losses {
  /** Sealed, not taken by the server. */
  readonly forms: number
  /** The same of forms begun. */
  readonly begun: number
  /** And of photos. */
  readonly sealedPhotos: number
}

/**
 * Hands in what a revoked device holds, forms, those begun too, before photos. Where nothing is left the book is locked: a closed one is erased at the next
 * contact, which is then (protocol rule 40). Says what is left.
 */
export function useHandIn(): (by: 'asked' | 'itself') => Promise<Left> {
  const { vaults, platform } = useOutside()
  const { holder: { userId }, lock } = useServices()
  return useCallback(async (by) => {
    // From here on the drafts and photos of this book are known to be handed in.
    await platform.meetServer()
    await platform.handInSealed('all', by === 'asked' ? by : undefined)
    await platform.meetServer()
    const { sealedCount: forms, sealedDrafts: begun, sealedPhotos } = await sealedLeft(vaults, userId)
    const left = { forms, begun, sealedPhotos, ...(await vaults.lossesOf(userId)) }
    if (Object.values(left).every((count) => count === 0)) lock()
    return left
  }, [vaults, platform, userId, lock])
}
