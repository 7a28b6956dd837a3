import { useCallback, useEffect, useRef, useState } from 'react'
import type { Courier } from '../../storage/courier'
import { useOutside } from '../outside'
import { useServices } from '../services'

type Count = Awaited<ReturnType<Courier['count']>>

/** Counts what is sealed on this device, again at each change of the book. For other changes call `recount`. `null` = not counted yet. */
export function useSealedCount(): { readonly count: Count | null; readonly recount: () => Promise<Count> } {
  const { courier } = useOutside()
  const { ledger } = useServices()
  const [count, setCount] = useState<Count | null>(null)
  const isShown = useRef(true)
  const recount = useCallback(async () => {
    const counted = await (await courier()).count()
    if (isShown.current) setCount(counted)
    return counted
  }, [courier])
  useEffect(() => {
    isShown.current = true
    void recount()
    const stop = ledger.subscribe(() => void recount())
    return () => {
      isShown.current = false
      stop()
    }
  }, [recount, ledger])
  return { count, recount }
}
