import { useEffect, useState } from 'react'
import type { Card } from '../../../domain/records/cards/card'
import type { Draft } from '../../../storage/ledger'
import { useRaise } from '../../parts/reading/useRaise'
import { photosReady } from '../../photos/underWay'
import { useServices } from '../../services'
import { draftOf } from './draftOf'
import { resumed } from './resumed'

/** The open draft of a record, or else its correction as it would begin. `null` = still loading, or neither exists. */
export function useWorkingDraft({ id, commune }: Card): Draft | null {
  const { ledger, now } = useServices()
  const raise = useRaise()
  const [draft, setDraft] = useState<Draft | null>(null)
  useEffect(() => {
    let live = true
    void photosReady(id).then(() => Promise.all([ledger.findDraft(id), ledger.getRecord(id)])).then(([open, record]) => {
      if (live) setDraft(open ? resumed(open, record) : record ? draftOf({ id, commune, record, now: now() }) : null)
    }).catch(raise)
    return () => { live = false }
  }, [ledger, now, id, commune, raise])
  return draft
}
