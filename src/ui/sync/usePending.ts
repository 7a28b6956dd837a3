import { useEffect, useState } from 'react'
import type { PendingOperation } from '../../storage/ledger'
import { useServices } from '../services'

/** Everything queued or held on this device, kept current; `null` until it was read once. */
export function usePending(): readonly PendingOperation[] | null {
  const { ledger } = useServices()
  const [pending, setPending] = useState<readonly PendingOperation[] | null>(null)
  useEffect(() => {
    let isShown = true
    const read = async (): Promise<void> => {
      const read = await ledger.pending()
      if (isShown) setPending(read)
    }
    void read()
    const stop = ledger.subscribe(() => void read())
    return () => {
      isShown = false
      stop()
    }
  }, [ledger])
  return pending
}
