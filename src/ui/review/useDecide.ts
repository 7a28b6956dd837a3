import { useCallback } from 'react'
import type { Ledger } from '../../storage/ledger'
import { useServices } from '../services'
import { useSendSoon } from '../sync/useSendSoon'

/**
 * Writes decisions on this device and has them sent when there is a line; each takes the place of a refused one on the same
 * form. What was kept goes, also where the disk would not take the rest.
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
