import { useMemo } from 'react'
import type { PendingOperation } from '../../../../storage/ledger'
import { usePending } from '../../../sync/usePending'
import { isRefusedDecision } from '../../useDecide'

/** Decisions the server refused, until a person has dealt with each. */
export function useRefusedDecisions(): readonly PendingOperation[] {
  const pending = usePending()
  return useMemo(() => pending?.filter(isRefusedDecision) ?? [], [pending])
}
