import { useCallback } from 'react'
import type { Ledger, LocalRecord } from '../../../storage/ledger'
import { useFollowing } from './useFollowing'

/** A record of this device, read again whenever the book changes. `null` while loading, `undefined` = not here. */
export function useLocalRecord(id: string): LocalRecord | null | undefined {
  return useFollowing(useCallback((ledger: Ledger) => ledger.getRecord(id), [id]))
}
