import { useEffect } from 'react'
import { useOutside } from '../outside'

/** While the book is closed the server is asked how this device stands, now and when the line returns: what is revoked goes by itself. */
export function useMeeting(isClosed: boolean, onMet: () => Promise<void>): void {
  const { platform } = useOutside()
  useEffect(() => {
    if (!isClosed) return
    let isHere = true
    const meet = (): void => void platform.meetServer().then(() => (isHere ? onMet() : undefined))
    meet()
    window.addEventListener('online', meet)
    return () => {
      isHere = false
      window.removeEventListener('online', meet)
    }
  }, [platform, isClosed, onMet])
}
