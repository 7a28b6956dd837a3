import { useEffect, useState } from 'react'

type Units = typeof import('../../domain/codes/units')

/** The big list of communes, fetched (from the device's own cache) when something needs it; `null` until it is here. */
export function useUnits(isNeeded = true): Units | null {
  const [units, setUnits] = useState<Units | null>(null)
  useEffect(() => {
    if (!isNeeded) return
    let live = true
    void import('../../domain/codes/units').then((loaded) => { if (live) setUnits(loaded) })
    return () => { live = false }
  }, [isNeeded])
  return units
}
