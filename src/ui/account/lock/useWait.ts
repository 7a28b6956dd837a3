import { useEffect, useState } from 'react'
import { useOutside } from '../../outside'
import { accountTexts } from '../../text/account'
import { useText } from '../../text/useText'

/** The time until the next try is allowed, in words, counted down every second; `null` = now. `until` in epoch ms. */
export function useWait(until: number | null): string | null {
  const { now } = useOutside()
  const t = useText(accountTexts).lock
  const [left, setLeft] = useState(() => leftMs(until, now()))
  useEffect(() => {
    setLeft(leftMs(until, now()))
    if (leftMs(until, now()) === 0) return
    const timer = setInterval(() => setLeft(leftMs(until, now())), 1000)
    return () => clearInterval(timer)
  }, [until, now])
  if (left === 0) return null
  const seconds = Math.ceil(left / 1000)
  return seconds < 60 ? t.seconds(seconds) : t.minutes(Math.ceil(seconds / 60))
}

const leftMs = (until: number | null, now: number): number => (until === null ? 0 : Math.max(0, until - now))
