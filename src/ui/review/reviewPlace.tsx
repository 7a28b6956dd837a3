import { createContext, use, useEffect, useMemo, useState, type Dispatch, type ReactNode, type SetStateAction } from 'react'
import type { Ledger } from '../../storage/ledger'
import { useServices } from '../services'
import { noFilter, type QueueFilter, type QueueSort } from './queue/queueFilter'

/** The supervisor's place in the queue: filter, order, current form and ticks. Kept while moving between the queue, the batches and one form. */
export interface ReviewPlace {
  readonly filter: QueueFilter
  readonly setFilter: Dispatch<SetStateAction<QueueFilter>>
  readonly sort: QueueSort
  readonly setSort: Dispatch<SetStateAction<QueueSort>>
  readonly currentId: string | null
  readonly setCurrentId: (id: string | null) => void
  readonly checked: ReadonlySet<string>
  readonly setChecked: Dispatch<SetStateAction<ReadonlySet<string>>>
}

const ReviewPlaceContext = createContext<ReviewPlace | null>(null)

type Kept = Pick<ReviewPlace, 'filter' | 'sort' | 'currentId' | 'checked'>
const start: Kept = { filter: noFilter, sort: { by: 'sentAt', descending: true }, currentId: null, checked: new Set() }
/** One per open book: filters and ticks survive a visit to the sync page, and are gone when the book is locked. */
const keptPlaces = new WeakMap<Ledger, Kept>()

export function ReviewPlaceProvider({ children }: { readonly children: ReactNode }) {
  const { ledger } = useServices()
  const [kept] = useState(() => keptPlaces.get(ledger) ?? start)
  const [filter, setFilter] = useState(kept.filter)
  const [sort, setSort] = useState(kept.sort)
  const [currentId, setCurrentId] = useState(kept.currentId)
  const [checked, setChecked] = useState(kept.checked)
  useEffect(() => {
    keptPlaces.set(ledger, { filter, sort, currentId, checked })
  }, [ledger, filter, sort, currentId, checked])
  const place = useMemo<ReviewPlace>(() => ({
    filter, setFilter, sort, setSort, currentId, setCurrentId, checked, setChecked,
  }), [filter, sort, currentId, checked])
  return <ReviewPlaceContext value={place}>{children}</ReviewPlaceContext>
}

/** @throws Error outside `ReviewPlaceProvider` */
export function useReviewPlace(): ReviewPlace {
  const place = use(ReviewPlaceContext)
  if (!place) throw new Error('useReviewPlace: rendered outside ReviewPlaceProvider')
  return place
}
