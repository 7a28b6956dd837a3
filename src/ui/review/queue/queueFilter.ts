import { compareNames } from '../../../domain/identity/compareNames'
import { foldName } from '../../../domain/identity/nameKey'
import type { QueueItem } from './queueItem'

export interface QueueFilter {
  readonly search: string
  /** Id of a hamlet; here and below `''` = all. */
  readonly hamlet: string
  readonly kind: '' | 'labour' | 'asxh'
  /** User id of the sender. */
  readonly collector: string
  /** Id of the sync run that made a batch. */
  readonly run: string
  /** Only forms with warnings. */
  readonly warned: boolean
  /** Only forms that were sent again after a return. */
  readonly again: boolean
}

export const noFilter: QueueFilter = { search: '', hamlet: '', kind: '', collector: '', run: '', warned: false, again: false }

export type QueueColumn = 'place' | 'collector' | 'sentAt'
export interface QueueSort {
  readonly by: QueueColumn
  readonly descending: boolean
}

/** The queue, filtered and sorted. The search matches folded names, household codes and the start of a personal number. */
export function filterQueue(items: readonly QueueItem[], filter: QueueFilter, sort: QueueSort): readonly QueueItem[] {
  const words = foldName(filter.search).split(' ').filter(Boolean)
  const chosen = items.filter((item) => (
    (filter.hamlet === '' || item.card.hamlet === filter.hamlet)
    && (filter.kind === '' || item.card.kind === filter.kind)
    && (filter.collector === '' || item.card.sentBy === filter.collector)
    && (filter.run === '' || item.card.run === filter.run)
    && (!filter.warned || item.card.warnings > 0)
    && (!filter.again || item.resubmitted)
    && words.every((word) => isFound(item, word))
  ))
  const sign = sort.descending ? -1 : 1
  return chosen.sort((a, b) => sign * compare(a, b, sort.by) || (a.id < b.id ? -1 : 1))
}

function isFound(item: QueueItem, word: string): boolean {
  return foldName(item.name).includes(word) || item.householdCode.toLowerCase().includes(word) || (item.card.number ?? '').startsWith(word)
}

const byVietnamese = new Intl.Collator('vi')

function compare(a: QueueItem, b: QueueItem, by: QueueColumn): number {
  if (by === 'sentAt') return a.sentAt < b.sentAt ? -1 : a.sentAt > b.sentAt ? 1 : 0
  if (by === 'collector') return compareNames(a.collector, b.collector)
  return byVietnamese.compare(`${a.hamletName} ${a.householdCode}`, `${b.hamletName} ${b.householdCode}`)
}
