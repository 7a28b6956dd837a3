import { useEffect } from 'react'
import { keep, recall } from '../keep'
import { useSyncState } from '../parts/reading/useSyncState'
import { useServices } from '../services'

const key = (userId: string): string => `sothon-synced:${userId}`

/** When a run last emptied the queue and reached the server's mark, also in an earlier start of the app; epoch ms. `null` = never. */
export function useLastSuccess(): number | null {
  const { holder } = useServices()
  const { lastSuccessAt } = useSyncState()
  return lastSuccessAt ?? recallLastSuccess(holder.userId)
}

/** Stores that time over restarts. Only a time, nothing about anyone. */
export function useKeepLastSuccess(): void {
  const { holder } = useServices()
  const { lastSuccessAt } = useSyncState()
  useEffect(() => {
    if (lastSuccessAt !== null) keep(key(holder.userId), String(lastSuccessAt))
  }, [holder.userId, lastSuccessAt])
}

/** The stored time; epoch ms. `null` = none. */
export function recallLastSuccess(userId: string): number | null {
  const kept = Number(recall(key(userId)))
  return Number.isFinite(kept) && kept > 0 ? kept : null
}

/** Call this after the records were dropped: the first download starts again. */
export function forgetLastSuccess(userId: string): void {
  keep(key(userId), null)
}
