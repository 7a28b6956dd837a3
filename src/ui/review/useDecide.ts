import { useCallback } from 'react'
import type { Ledger } from '../../storage/ledger'
import { useServices } from '../services'
import { useSendSoon } from '../sync/useSendSoon'

/**
 * Queues decisions on this device and sends them as soon as there is a connection. A new decision replaces a refused one on the same
 * form. If the disk takes only some of the decisions, those are sent all the same.
 */
export function useDecide(): Ledger['review'] {
  const { ledger } = useServices()
  const sendSoon = useSendSoon()
  return useCallback(async (inputs) => {
    const kept = await ledger.review(inputs)
    if ((kept.ok ? kept.value.made.length : kept.error.done) > 0) sendSoon()
    return kept
  }, [ledger, sendSoon])
}
