import { useCallback } from 'react'
import { useOutside } from '../outside'
import { useServices } from '../services'

/** Call the function after an operation was queued. It is sent now if there is a line, otherwise when there is one again, with the app open or closed. */
export function useSendSoon(): () => void {
  const { sync } = useServices()
  const { platform } = useOutside()
  return useCallback(() => {
    void sync.run('submit')
    void platform.registerBackgroundSync()
  }, [sync, platform])
}
