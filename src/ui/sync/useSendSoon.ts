import { useCallback } from 'react'
import { useOutside } from '../outside'
import { useServices } from '../services'

/** Something was queued: it is sent now if there is a line, else when there is one again, the app open or not. */
export function useSendSoon(): () => void {
  const { sync } = useServices()
  const { platform } = useOutside()
  return useCallback(() => {
    void sync.run('submit')
    void platform.registerBackgroundSync()
  }, [sync, platform])
}
