import { useEffect, useState } from 'react'

/**
 * A part of the app that is too big for the start. It is fetched (usually from the device's own cache) when it is needed. `null` = not here yet,
 * `undefined` = it cannot be fetched.
 * @param load the same function each time
 */
export function useModule<T>(load: () => Promise<T>, isNeeded = true): T | null | undefined {
  const [loaded, setLoaded] = useState<T | null | undefined>(null)
  useEffect(() => {
    if (!isNeeded) return
    let live = true
    // Set inside a function: React calls a value that is a function, and a module may be one.
    void load().then((module) => { if (live) setLoaded(() => module) }, () => { if (live) setLoaded(undefined) })
    return () => { live = false }
  }, [load, isNeeded])
  return loaded
}
