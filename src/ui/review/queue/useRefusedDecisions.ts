import { useEffect, useState } from 'react'
import type { PendingOperation } from '../../../storage/ledger'
import { useServices } from '../../services'
import { isRefusedDecision } from '../useDecide'

/** Decisions the server refused, until a person has dealt with each. */
export function useRefusedDecisions(): readonly PendingOperation[] {
  const { ledger } = useServices()
  const [refused, setRefused] = useState<readonly PendingOperation[]>([])
  useEffect(() => {
    let isCurrent = true
    const load = async (): Promise<void> => {
      const pending = await ledger.pending()
      if (isCurrent) setRefused(pending.filter(isRefusedDecision))
    }
    void load()
    const stop = ledger.subscribe(() => void load())
    return () => {
      isCurrent = false
      stop()
    }
  }, [ledger])
  return refused
}
