import { useEffect, useState, type ComponentType } from 'react'
import { useOutside } from '../../outside'

/**
 * Offers the sealed forms and drafts on this device as a rescue file: those of closed books and those carried for others. Fetched separately: most
 * devices have sent everything.
 */
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
    // Offline and not in the cache yet. The queue still sends itself, and the sync page has the same buttons.
    load().catch(() => undefined)
  }, [courier])
  return Part && <Part />
}
