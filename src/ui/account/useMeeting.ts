import { useEffect } from 'react'
import { useOutside } from '../outside'

/**
 * While the book is closed, asks the server for the standing of this device: now, and when the line returns. A revoked book is then erased if
 * nothing in it is unsent (S40).
 */
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
