import { useCallback } from 'react'
import type { Answers } from '../../../domain/forms/answers'
import type { Ledger } from '../../../storage/ledger'
import { useFollowing } from '../../parts/reading/useFollowing'
import { newestAnswers } from './newestAnswers'

/** What each of these records says with the correction under way, read again at each change; `null` until it was read once. */
export function useNewestAnswers(records: readonly string[]): readonly (Answers | undefined)[] | null {
  const ids = records.join(' ')
  return useFollowing(useCallback((of: Ledger) => Promise.all(ids.split(' ').map((id) => newestAnswers(of, id))), [ids]))
}
