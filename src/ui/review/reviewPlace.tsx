import { createContext, use, useMemo, useState, type Dispatch, type ReactNode, type SetStateAction } from 'react'
import { noFilter, type QueueFilter, type QueueSort } from './queue/queueFilter'

/** Notes on fields, by field id; kept per form so that going back and forth between forms loses none. */
export type Notes = { readonly [fieldId: string]: string }

/** Where the supervisor is: kept while moving between the queue, the batches and one form. */
export interface ReviewPlace {
  readonly filter: QueueFilter
  readonly setFilter: Dispatch<SetStateAction<QueueFilter>>
  readonly sort: QueueSort
  readonly setSort: Dispatch<SetStateAction<QueueSort>>
  readonly currentId: string | null
  readonly setCurrentId: (id: string | null) => void
  readonly checked: ReadonlySet<string>
  readonly setChecked: Dispatch<SetStateAction<ReadonlySet<string>>>
  readonly notes: { readonly [recordId: string]: Notes }
  readonly setNotes: (recordId: string, notes: Notes) => void
}

const ReviewPlaceContext = createContext<ReviewPlace | null>(null)

export function ReviewPlaceProvider({ children }: { readonly children: ReactNode }) {
  const [filter, setFilter] = useState(noFilter)
  const [sort, setSort] = useState<QueueSort>({ by: 'sentAt', descending: true })
  const [currentId, setCurrentId] = useState<string | null>(null)
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set())
  const [notes, setAllNotes] = useState<{ readonly [recordId: string]: Notes }>({})
  const place = useMemo<ReviewPlace>(() => ({
    filter, setFilter, sort, setSort, currentId, setCurrentId, checked, setChecked, notes,
    setNotes: (recordId, next) => setAllNotes((all) => ({ ...all, [recordId]: next })),
  }), [filter, sort, currentId, checked, notes])
  return <ReviewPlaceContext value={place}>{children}</ReviewPlaceContext>
}

export function useReviewPlace(): ReviewPlace {
  const place = use(ReviewPlaceContext)
  if (!place) throw new Error('useReviewPlace: rendered outside ReviewPlaceProvider')
  return place
}
