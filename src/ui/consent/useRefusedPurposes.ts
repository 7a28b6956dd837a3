import { useCallback } from 'react'
import { refusedPurposes, type Purpose } from '../../domain/consent'
import type { Card } from '../../domain/records/cards/card'
import type { Ledger } from '../../storage/ledger'
import { newestAnswers } from '../collect/answers/newestAnswers'
import { useFollowing } from '../parts/reading/useFollowing'

/**
 * What each of these people said no to, sent or not; where their record cannot be read, what their card keeps of it: a "no" is not undone by a
 * disk that spoilt. `null` until it was looked up.
 */
export function useRefusedPurposes(people: readonly Card[]): readonly (readonly Purpose[])[] | null {
  const ids = people.map(({ id }) => id).join(' ')
  const said = useFollowing(useCallback((of: Ledger) => Promise.all(ids.split(' ').map((id) => newestAnswers(of, id))), [ids]))
  return said && people.map(({ refused = [] }, at) => (said[at] ? refusedPurposes(said[at]) : refused))
}
