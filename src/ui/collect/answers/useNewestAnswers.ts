import { useCallback } from 'react'
import type { Answers } from '../../../domain/forms/answers'
import type { Ledger } from '../../../storage/ledger'
import { useFollowing } from '../../parts/reading/useFollowing'
import { newestAnswers } from './newestAnswers'

/** The `newestAnswers` of each of these records, read again at every change; `null` = not read yet. */
export function useNewestAnswers(records: readonly string[]): readonly (Answers | undefined)[] | null {
  const ids = records.join(' ')
  return useFollowing(useCallback((of: Ledger) => Promise.all(ids.split(' ').map((id) => newestAnswers(of, id))), [ids]))
}
