import { useEffect, useState, type ComponentType } from 'react'
import { useOutside } from '../../outside'

/** Saves what waits in the closed book, was begun there or is carried for others. Fetched apart: who has sent everything never needs it. */
export function LockRescue() {
  const { courier } = useOutside()
  const [Part, setPart] = useState<ComponentType | null>(null)
  useEffect(() => {
    const load = async (): Promise<void> => {
      const { own, drafts, carried } = await (await courier()).count()
      if (own + drafts + carried.waiting === 0) return
      const loaded = await import('../../courier/RescueFile')
      setPart(() => loaded.default)
    }
    // Offline and not kept yet: the queue still sends itself, and the sync page has the same buttons.
    load().catch(() => undefined)
  }, [courier])
  return Part && <Part />
}
