import type { Ledger, PendingOperation } from '../../storage/ledger'
import { useFollowing } from '../parts/reading/useFollowing'

const pendingOf = (ledger: Ledger): Promise<readonly PendingOperation[]> => ledger.pending()

/** All operations on this device that wait or were held or refused, kept current; `null` = not read yet. */
export const usePending = (): readonly PendingOperation[] | null => useFollowing(pendingOf)
