import { useEffect } from 'react'

/** The default, if the commune sets no other time. */
export const AUTO_LOCK_MINUTES = 5

interface AutoLockInput {
  readonly afterMs: number
  readonly now: () => number
  readonly lock: () => void
}

const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'input', 'scroll'] as const

/**
 * Locks after a time without input. Timers stand still while the app is hidden or the device sleeps, so the clock is
 * read again when the app is visible again.
 */
export function useAutoLock({ afterMs, now, lock }: AutoLockInput): void {
  useEffect(() => {
    let lastSign = now()
    let timer = setTimeout(check, afterMs)
    function check(): void {
      const left = lastSign + afterMs - now()
      clearTimeout(timer)
      if (left <= 0) lock()
      else timer = setTimeout(check, left)
    }
    const live = (): void => {
      // A device that slept past its time must lock at the first touch, not start a new period.
      if (now() - lastSign >= afterMs) lock()
      else lastSign = now()
    }
    const seen = (): void => {
      if (document.visibilityState === 'visible') check()
    }
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, live, { capture: true, passive: true })
    document.addEventListener('visibilitychange', seen)
    return () => {
      clearTimeout(timer)
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, live, { capture: true })
      document.removeEventListener('visibilitychange', seen)
    }
  }, [afterMs, now, lock])
}
