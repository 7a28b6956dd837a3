import { createContext, use, useEffect, useMemo, useState, type Dispatch, type ReactNode, type SetStateAction } from 'react'
import type { Ledger } from '../../storage/ledger'
import { useServices } from '../services'
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

type Kept = Pick<ReviewPlace, 'filter' | 'sort' | 'currentId' | 'checked' | 'notes'>
const start: Kept = { filter: noFilter, sort: { by: 'sentAt', descending: true }, currentId: null, checked: new Set(), notes: {} }
/** Per open book, so that notes half written outlive a look at the sync page, and are gone when the book is locked. */
const keptPlaces = new WeakMap<Ledger, Kept>()

export function ReviewPlaceProvider({ children }: { readonly children: ReactNode }) {
  const { ledger } = useServices()
  const [kept] = useState(() => keptPlaces.get(ledger) ?? start)
  const [filter, setFilter] = useState(kept.filter)
  const [sort, setSort] = useState(kept.sort)
  const [currentId, setCurrentId] = useState(kept.currentId)
  const [checked, setChecked] = useState(kept.checked)
  const [notes, setAllNotes] = useState(kept.notes)
  useEffect(() => {
    keptPlaces.set(ledger, { filter, sort, currentId, checked, notes })
  }, [ledger, filter, sort, currentId, checked, notes])
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
