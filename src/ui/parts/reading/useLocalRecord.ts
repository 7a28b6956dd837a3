import { useCallback } from 'react'
import type { Ledger, LocalRecord } from '../../../storage/ledger'
import { useFollowing } from './useFollowing'

/** A record on this device, read again at each change of the book. `null` = loading, `undefined` = not on this device. */
export function useLocalRecord(id: string): LocalRecord | null | undefined {
  return useFollowing(useCallback((ledger: Ledger) => ledger.getRecord(id), [id]))
}
