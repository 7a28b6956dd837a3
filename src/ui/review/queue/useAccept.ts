import { useState } from 'react'
import type { StorageFailure } from '../../../storage/ledger'
import { useToast } from '../../parts/useToast'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { useReviewPlace } from '../reviewPlace'
import { useDecide } from '../useDecide'
import type { QueueItem } from './queueItem'
import { useQueue } from './useQueue'

/** Accepts forms and says what happened; the line after the last accepted one becomes the current one. */
export function useAccept() {
  const t = useText(reviewTexts)
  const toast = useToast()
  const decide = useDecide()
  const place = useReviewPlace()
  const { shown } = useQueue()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<StorageFailure | null>(null)
  const accept = async (items: readonly QueueItem[]): Promise<void> => {
    if (busy || items.length === 0) return
    setBusy(true)
    const gone = new Set(items.map((item) => item.id))
    const next = shown.slice(shown.findIndex((item) => gone.has(item.id))).find((item) => !gone.has(item.id))
    const kept = await decide(items.map((item) => ({ type: 'accept', commune: item.card.commune, record: item.id, base: item.card.version })))
    setBusy(false)
    setFailure(kept.ok ? null : kept.error.failure)
    const done = new Set(items.map((item) => item.tick))
    place.setChecked((old) => new Set([...old].filter((tick) => !done.has(tick))))
    if (!kept.ok) return
    place.setCurrentId(next?.id ?? null)
    toast.show(items.length === 1 ? t.queue.accepted(items[0]?.name ?? '') : t.queue.acceptedMany(items.length))
  }
  return { accept, busy, failure }
}
