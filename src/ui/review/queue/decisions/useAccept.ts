import { useState } from 'react'
import type { StorageFailure } from '../../../../storage/ledger'
import { useToast } from '../../../parts/toast/useToast'
import { reviewTexts } from '../../../text/review'
import { useText } from '../../../text/useText'
import { useServices } from '../../../services'
import { useReviewPlace } from '../../reviewPlace'
import { useDecide } from '../../useDecide'
import { useNotesQuestion } from '../../useNotesQuestion'
import type { QueueItem } from '../queueItem'
import { useQueue } from '../useQueue'

/**
 * Accepts forms and says what happened; where the current one is among them, the next line that stays becomes the current one, else the one before. A form
 * with notes being written on it is asked about, among many it is left out.
 */
export function useAccept() {
  const t = useText(reviewTexts)
  const toast = useToast()
  const { ledger } = useServices()
  const decide = useDecide()
  const { mayEndNotes, question } = useNotesQuestion()
  const place = useReviewPlace()
  const { shown } = useQueue()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<StorageFailure | null>(null)
  const withoutNotes = async (items: readonly QueueItem[]): Promise<readonly QueueItem[]> => {
    const [first] = items
    if (first && items.length === 1) return (await mayEndNotes(first.id)) ? items : []
    const noted = await ledger.notedRecords()
    return items.filter((item) => !noted.has(item.id))
  }
  const accept = async (asked: readonly QueueItem[]): Promise<void> => {
    if (busy) return
    setBusy(true)
    const items = await withoutNotes(asked)
    if (items.length === 0) return setBusy(false)
    const gone = new Set(items.map((item) => item.id))
    const at = Math.max(0, shown.findIndex((item) => item.id === place.currentId))
    const next = [...shown.slice(at), ...shown.slice(0, at).reverse()].find((item) => !gone.has(item.id))
    const kept = await decide(items.map((item) => ({ type: 'accept', commune: item.card.commune, record: item.id, base: item.card.version })))
    setBusy(false)
    setFailure(kept.ok ? null : kept.error.failure)
    const done = new Set(items.map((item) => item.tick))
    place.setChecked((old) => new Set([...old].filter((tick) => !done.has(tick))))
    if (!kept.ok) return
    place.setCurrentId(next?.id ?? null)
    toast.show(items.length === 1 ? t.queue.accepted(items[0]?.name ?? '') : t.queue.acceptedMany(items.length))
  }
  return { accept, busy, failure, question }
}
