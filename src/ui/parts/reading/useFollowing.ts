import { useEffect, useState } from 'react'
import type { Ledger } from '../../../storage/ledger'
import { useServices } from '../../services'
import { useRaise } from './useRaise'

/**
 * The result of reading the book, read again at each of its changes. `null` until the first read has ended. A failed read is shown by the `ErrorScreen`.
 * @param read keep the same function as long as it reads the same; another function starts again at `null`
 */
export function useFollowing<T>(read: (ledger: Ledger) => Promise<T>): T | null {
  const { ledger } = useServices()
  const raise = useRaise()
  const [found, setFound] = useState<{ readonly by: typeof read; readonly value: T } | null>(null)
  useEffect(() => {
    let live = true
    let begun = 0
    let shown = 0
    const look = (): void => {
      begun += 1
      const turn = begun
      void read(ledger).then((value) => {
        // A read that ends after a later one is older than the value on the screen.
        if (!live || turn < shown) return
        shown = turn
        setFound({ by: read, value })
      }).catch((failure: unknown) => live && raise(failure))
    }
    look()
    const stop = ledger.subscribe(look)
    return () => {
      live = false
      stop()
    }
  }, [ledger, read, raise])
  return found?.by === read ? found.value : null
}
