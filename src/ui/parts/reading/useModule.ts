import { useEffect, useState } from 'react'

/**
 * A part of the app too big for the start, fetched (from the device's own cache) when something needs it. `null` until it is here, `undefined` =
 * it cannot be fetched.
 *
 * @param load the same function each time
 */
export function useModule<T>(load: () => Promise<T>, isNeeded = true): T | null | undefined {
  const [loaded, setLoaded] = useState<T | null | undefined>(null)
  useEffect(() => {
    if (!isNeeded) return
    let live = true
    // A module may be called like a function that makes the next state: it is handed over inside one.
    void load().then((module) => { if (live) setLoaded(() => module) }, () => { if (live) setLoaded(undefined) })
    return () => { live = false }
  }, [load, isNeeded])
  return loaded
}
