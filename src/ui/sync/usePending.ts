import type { Ledger, PendingOperation } from '../../storage/ledger'
import { useFollowing } from '../parts/reading/useFollowing'

const pendingOf = (ledger: Ledger): Promise<readonly PendingOperation[]> => ledger.pending()

/** Everything queued or held on this device, kept current; `null` until it was read once. */
export const usePending = (): readonly PendingOperation[] | null => useFollowing(pendingOf)
