import { useEffect, useRef, useState } from 'react'
import { vietnamMonth } from '../../domain/time'
import type { DataUse } from '../../storage/closedUse'
import { keep, recall } from '../keep'
import { useOutside } from '../outside'
import { useSyncState } from '../parts/reading/useSyncState'
import { useServices } from '../services'

const key = (userId: string): string => `sothon-data:${userId}`

/** Adds the bytes of each run to its month as they are sent and received: a run may be cut off before its end. Stores only numbers. */
export function useKeepDataUse(): void {
  const { holder, now } = useServices()
  const { bytes } = useSyncState()
  const counted = useRef<DataUse>({ up: 0, down: 0 })
  useEffect(() => {
    // The counters start again at 0 with each run.
    const before = bytes.up < counted.current.up || bytes.down < counted.current.down ? { up: 0, down: 0 } : counted.current
    counted.current = bytes
    const more = { up: bytes.up - before.up, down: bytes.down - before.down }
    if (more.up + more.down === 0) return
    const month = vietnamMonth(now())
    const { up, down } = recallDataUse(holder.userId, month)
    keep(key(holder.userId), JSON.stringify({ month, up: up + more.up, down: down + more.down }))
  }, [bytes, holder.userId, now])
}

/** Data used this month: by the runs of this book, as they go, and by exchanges of this phone without an open book, after they end. */
export function useDataUse(): DataUse {
  const { holder, now } = useServices()
  const { platform } = useOutside()
  const { phase } = useSyncState()
  const [closed, setClosed] = useState<DataUse>({ up: 0, down: 0 })
  useEffect(() => {
    let live = true
    void platform.closedUse().then((use) => { if (live) setClosed(use) }, () => undefined)
    return () => { live = false }
  }, [platform, phase])
  const open = recallDataUse(holder.userId, vietnamMonth(now()))
  return { up: open.up + closed.up, down: open.down + closed.down }
}

/** The stored use of a month (`YYYY-MM`); zero if the stored month is another one. */
export function recallDataUse(userId: string, month: string): DataUse {
  const kept = parsed(recall(key(userId)))
  return kept?.month === month && Number.isFinite(kept.up) && Number.isFinite(kept.down) ? { up: Number(kept.up), down: Number(kept.down) } : { up: 0, down: 0 }
}

function parsed(text: string | null): { readonly month?: unknown; readonly up?: number; readonly down?: number } | null {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    // The stored text is not ours: start again at zero.
    return null
  }
}
