import { useEffect, useState } from 'react'
import type { Ledger } from '../../storage/ledger'
import { useServices } from '../services'

/**
 * What a read of the book gives, read again at each of its changes; `null` until it was read once.
 * @param read the same function as long as it reads the same
 */
export function useFollowing<T>(read: (ledger: Ledger) => Promise<T>): T | null {
  const { ledger } = useServices()
  const [found, setFound] = useState<T | null>(null)
  useEffect(() => {
    let live = true
    const look = (): void => void read(ledger).then((now) => { if (live) setFound(now) })
    look()
    const stop = ledger.subscribe(look)
    return () => {
      live = false
      stop()
    }
  }, [ledger, read])
  return found
}
