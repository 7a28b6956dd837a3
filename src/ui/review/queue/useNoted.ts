import type { Ledger } from '../../../storage/ledger'
import { useFollowing } from '../../parts/reading/useFollowing'

const none: ReadonlySet<string> = new Set()
const read = (ledger: Ledger): Promise<ReadonlySet<string>> => ledger.notedRecords()

/** Ids of the forms on which somebody is writing notes. */
export function useNoted(): ReadonlySet<string> {
  return useFollowing(read) ?? none
}
