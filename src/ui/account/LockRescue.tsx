import { useEffect, useState, type ComponentType } from 'react'

/** Saves what waits from the closed book. Fetched apart: who has sent everything never needs it. */
export function LockRescue() {
  const [Part, setPart] = useState<ComponentType | null>(null)
  useEffect(() => {
    // Offline and not kept yet: the queue still sends itself, and the sync page has the same buttons.
    import('../courier/RescueFile').then((loaded) => setPart(() => loaded.default), () => undefined)
  }, [])
  return Part && <Part />
}
