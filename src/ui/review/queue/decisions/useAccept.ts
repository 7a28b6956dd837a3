import { useState } from 'react'
import type { StorageFailure } from '../../../../storage/ledger'
import { useRaise } from '../../../parts/reading/useRaise'
import { useToast } from '../../../parts/toast/useToast'
import { reviewTexts } from '../../../text/review'
import { useText } from '../../../text/useText'
import { useServices } from '../../../services'
import { useReviewPlace } from '../../reviewPlace'
import { useDecide } from '../../useDecide'
import { useNotesQuestion } from '../../useNotesQuestion'
import type { QueueItem } from '../queueItem'
import { useQueue } from '../useQueue'
import { readingOf } from '../useReading'

/**
 * Accepts forms and reports the result. If the current form is among them, the next form that stays becomes the current one, otherwise the one before.
 * - Notes being written on a form: if it is the only form, the supervisor is asked first. Among several it is left out.
 * - A form that cannot be read here in the version of the list is not accepted, because nobody has seen it.
 */
export function useAccept() {
  const t = useText(reviewTexts)
  const toast = useToast()
  const raise = useRaise()
  const decide = useDecide()
  const { withoutNotes, readable, question } = useAcceptable()
  const place = useReviewPlace()
  const { shown } = useQueue()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<StorageFailure | null>(null)
  const acceptAll = async (asked: readonly QueueItem[]): Promise<void> => {
    const free = await withoutNotes(asked)
    if (free.length === 0) return
    const items = await readable(free)
    const leaving = new Set(items.map((item) => item.id))
    const at = Math.max(0, shown.findIndex((item) => item.id === place.currentId))
    const next = [...shown.slice(at), ...shown.slice(0, at).reverse()].find((item) => !leaving.has(item.id))
    const kept = await decide(items.map((item) => ({ type: 'accept', commune: item.card.commune, record: item.id, base: item.card.version })))
    setFailure(kept.ok ? null : kept.error.failure)
    const done = new Set(items.map((item) => item.tick))
    place.setChecked((old) => new Set([...old].filter((tick) => !done.has(tick))))
    if (!kept.ok) return
    place.setCurrentId(next?.id ?? null)
    const { made, gone } = kept.value
    toast.show([
      made.length > 0 && (asked.length === 1 ? t.queue.accepted(items[0]?.name ?? '') : t.queue.acceptedMany(made.length)),
      gone.length > 0 && t.queue.gone(gone.length),
      free.length > items.length && t.queue.unread(free.length - items.length),
    ].filter(Boolean).join(' '))
  }
  const accept = async (asked: readonly QueueItem[]): Promise<void> => {
    if (busy) return
    setBusy(true)
    await acceptAll(asked).catch(raise)
    setBusy(false)
  }
  return { accept, busy, failure, question }
}

/** The two filters that leave only the forms that may be accepted, and the dialog of the first. */
function useAcceptable() {
  const { ledger } = useServices()
  const { mayEndNotes, question } = useNotesQuestion()
  return {
    question,
    withoutNotes: async (items: readonly QueueItem[]): Promise<readonly QueueItem[]> => {
      const [first] = items
      if (first && items.length === 1) return (await mayEndNotes(first.id)) ? items : []
      const noted = await ledger.notedRecords()
      return items.filter((item) => !noted.has(item.id))
    },
    readable: async (items: readonly QueueItem[]): Promise<readonly QueueItem[]> => {
      const readings = await Promise.all(items.map(async (item) => readingOf(ledger, item, await ledger.getRecord(item.id))))
      return items.filter((_, at) => readings[at]?.kind === 'read')
    },
  }
}
