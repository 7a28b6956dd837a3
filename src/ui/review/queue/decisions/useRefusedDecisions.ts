import { useMemo } from 'react'
import type { PendingOperation } from '../../../../storage/ledger'
import { usePending } from '../../../sync/usePending'

const decisions = ['accept', 'return', 'move', 'resolve'] as const

export interface RefusedDecision {
  readonly pending: PendingOperation
  readonly decision: (typeof decisions)[number]
}

/** Decisions of this supervisor that the server did not carry out, until somebody has dealt with each. */
export function useRefusedDecisions(): readonly RefusedDecision[] {
  const pending = usePending()
  return useMemo(() => pending?.flatMap((each) => {
    const decision = decisions.find((type) => type === each.operation.type)
    return each.trouble && decision ? [{ pending: each, decision }] : []
  }) ?? [], [pending])
}
