import { useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { Card } from '../../../domain/records/cards/card'
import type { ReviewInput, StorageFailure } from '../../../storage/ledger'
import { useToast } from '../../parts/toast/useToast'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { useQueue } from '../queue/useQueue'
import { useReviewPlace } from '../reviewPlace'
import { useDecide } from '../useDecide'
import { useNotesQuestion } from '../useNotesQuestion'

export interface Decision {
  readonly accept: () => Promise<void>
  readonly giveBack: (notes: readonly { readonly field: string; readonly text: string }[]) => Promise<void>
  readonly busy: boolean
  readonly failure: StorageFailure | null
  /** Dialog that asks the supervisor before an accept discards notes. */
  readonly question: ReactNode
}

/** Accepts or returns the shown form in the shown version (`base`), reports the result, and opens the next form of the queue. */
export function useDecision(card: Card | undefined, base: number): Decision {
  const t = useText(reviewTexts)
  const toast = useToast()
  const decide = useDecide()
  const { mayEndNotes, question } = useNotesQuestion()
  const place = useReviewPlace()
  const { shown } = useQueue()
  const [, navigate] = useLocation()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<StorageFailure | null>(null)
  const run = async (input: ReviewInput, words: string): Promise<void> => {
    if (busy) return
    const at = shown.findIndex((item) => item.id === input.record)
    const next = shown[at + 1] ?? shown[at - 1]
    setBusy(true)
    const kept = (input.type === 'return' || (await mayEndNotes(input.record))) ? await decide([input]) : null
    setBusy(false)
    if (!kept) return
    setFailure(kept.ok ? null : kept.error.failure)
    if (!kept.ok) return
    toast.show(kept.value.gone.length > 0 ? t.record.notFound : words)
    place.setCurrentId(next?.id ?? null)
    navigate(next ? `/kiem-tra/${next.id}` : '/kiem-tra')
  }
  return {
    busy, failure, question,
    accept: async () => {
      if (card) await run({ type: 'accept', commune: card.commune, record: card.id, base }, t.queue.accepted(card.name))
    },
    giveBack: async (notes) => {
      if (card && notes.length > 0) await run({ type: 'return', commune: card.commune, record: card.id, base, notes }, t.queue.returned(card.name, notes.length))
    },
  }
}
