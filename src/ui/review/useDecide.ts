import { useCallback } from 'react'
import type { ReviewInput, StorageFailure } from '../../storage/ledger'
import { ok, type Result } from '../../domain/result'
import { useServices } from '../services'
import { useSendSoon } from '../sync/useSendSoon'

/**
 * Writes decisions on this device and has them sent when there is a line; each takes the place of a refused one on the same
 * form. Stops at the first storage trouble; `done` were kept.
 */
export function useDecide(): (inputs: readonly ReviewInput[]) => Promise<Result<number, { readonly done: number; readonly failure: StorageFailure }>> {
  const { ledger } = useServices()
  const sendSoon = useSendSoon()
  return useCallback(async (inputs) => {
    const kept = await ledger.review(inputs)
    if (!kept.ok) return kept
    sendSoon()
    return ok(kept.value.length)
  }, [ledger, sendSoon])
}
