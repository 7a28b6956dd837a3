import { useCallback } from 'react'
import type { Ledger, PendingOperation, ReviewInput, StorageFailure } from '../../storage/ledger'
import { fail, ok, type Result } from '../../domain/result'
import { useServices } from '../services'

const decisions = ['accept', 'return', 'move'] as const

/** Which decision of the supervisor an operation is; `undefined` = none. */
export function decisionIn({ type }: PendingOperation['operation']): (typeof decisions)[number] | undefined {
  return decisions.find((decision) => decision === type)
}

/** A decision of this supervisor that the server refused. */
export function isRefusedDecision(pending: PendingOperation): boolean {
  return pending.trouble !== null && decisionIn(pending.operation) !== undefined
}

/**
 * Writes decisions on this device and lets sync send them when there is a line. A refused earlier decision on the same
 * form is put away first: the new one takes its place. Stops at the first storage trouble; `done` were kept.
 */
export function useDecide(): (inputs: readonly ReviewInput[]) => Promise<Result<number, { readonly done: number; readonly failure: StorageFailure }>> {
  const { ledger, sync } = useServices()
  return useCallback(async (inputs) => {
    const refused = (await ledger.pending()).filter(isRefusedDecision)
    let done = 0
    for (const input of inputs) {
      const kept = await decide(ledger, input, refused)
      if (!kept.ok) return fail({ done, failure: kept.error })
      done += 1
    }
    void sync.run('submit')
    return ok(done)
  }, [ledger, sync])
}

async function decide(ledger: Ledger, input: ReviewInput, refused: readonly PendingOperation[]): Promise<Result<unknown, StorageFailure>> {
  for (const { commune, operation } of refused) {
    if (operation.record !== input.record) continue
    const away = await ledger.setAside(commune, operation.counter)
    if (!away.ok) return away
  }
  return ledger.review(input)
}
