import { useMemo } from 'react'
import { useCards } from '../../parts/reading/useCards'
import { useReviewPlace } from '../reviewPlace'
import { useDirectory } from '../useDirectory'
import { filterQueue } from './queueFilter'
import { queueItems, type QueueItem } from './queueItem'

/** `all`: the whole queue. `shown`: the forms that pass the filters, in the chosen order. */
export function useQueue(): { readonly all: readonly QueueItem[]; readonly shown: readonly QueueItem[] } {
  const cards = useCards()
  const directory = useDirectory()
  const { filter, sort } = useReviewPlace()
  const all = useMemo(() => queueItems(cards, directory), [cards, directory])
  const shown = useMemo(() => filterQueue(all, filter, sort), [all, filter, sort])
  return { all, shown }
}
