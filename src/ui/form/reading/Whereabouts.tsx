import { useCallback } from 'react'
import type { Ledger, LocalRecord } from '../../../storage/ledger'
import { useFollowing } from '../../parts/reading/useFollowing'
import { useServices } from '../../services'
import { formTexts } from '../../text/form'
import { momentWords } from '../../text/moments'
import { useText } from '../../text/useText'

interface WhereaboutsProps {
  readonly id: string
  readonly record: LocalRecord
}

/** Where the record is: on this device, or at the server since a given time, with the receipt to quote. */
export function Whereabouts({ id, record: { server, pending } }: WhereaboutsProps) {
  const { now } = useServices()
  const t = useText(formTexts)
  const taken = useFollowing(useCallback((ledger: Ledger) => ledger.taken(1, id), [id]))?.[0]
  const at = taken?.takenAt ?? server?.submission?.at
  const words = server === null && pending.length > 0 ? t.onDevice : [at && t.atServer(momentWords(at, now())), taken && t.receipt(taken.receipt)].filter(Boolean).join(' ')
  return <span className="sm mut">{words}</span>
}
