import { useEffect, useRef } from 'react'
import { vietnamDay } from '../../domain/time'
import { keep, recall } from '../keep'
import { useSyncState } from '../parts/useSyncState'
import { useServices } from '../services'

export interface DataUse {
  /** Bytes of bodies. */
  readonly up: number
  readonly down: number
}

const MONTH = 'YYYY-MM'.length
const key = (userId: string): string => `sothon-data:${userId}`

/** Adds what each run sends and receives to its month, as it happens: a run may never come to its end. Numbers only. */
export function useKeepDataUse(): void {
  const { holder, now } = useServices()
  const { bytes } = useSyncState()
  const counted = useRef<DataUse>({ up: 0, down: 0 })
  useEffect(() => {
    // A new run begins at nothing.
    const before = bytes.up < counted.current.up || bytes.down < counted.current.down ? { up: 0, down: 0 } : counted.current
    counted.current = bytes
    const more = { up: bytes.up - before.up, down: bytes.down - before.down }
    if (more.up + more.down === 0) return
    const month = monthOf(now())
    const { up, down } = recallDataUse(holder.userId, month)
    keep(key(holder.userId), JSON.stringify({ month, up: up + more.up, down: down + more.down }))
  }, [bytes, holder.userId, now])
}

/** Of this month. Follows the runs, which add to it. */
export function useDataUse(): DataUse {
  const { holder, now } = useServices()
  useSyncState()
  return recallDataUse(holder.userId, monthOf(now()))
}

const monthOf = (epochMs: number): string => vietnamDay(epochMs).slice(0, MONTH)

/** Of a month, `YYYY-MM`; nothing where another month was kept last. */
export function recallDataUse(userId: string, month: string): DataUse {
  const kept = parsed(recall(key(userId)))
  return kept?.month === month && Number.isFinite(kept.up) && Number.isFinite(kept.down) ? { up: Number(kept.up), down: Number(kept.down) } : { up: 0, down: 0 }
}

function parsed(text: string | null): { readonly month?: unknown; readonly up?: number; readonly down?: number } | null {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    // Somebody else wrote there: begin anew.
    return null
  }
}
