import type { Digest } from '../../domain/records/digest'
import type { RegisterRecord } from '../../domain/records/record'
import type { Result } from '../../domain/result'
import type { CommuneContext, Cursor } from '../../protocol/messages'
import type { StorageFailure } from '../ledger'

/** A page of a pull, as it is stored. */
export interface ReplicaPage {
  readonly records: readonly RegisterRecord[]
  readonly cursor: Cursor
  /** The cursor at the time of the request. Absent = not checked. */
  readonly stood?: Cursor | null
  /** The replica begins anew: records that are neither in the page nor pending are deleted first. */
  readonly reset: boolean
  /** The same for these hamlets alone. */
  readonly renews?: readonly string[]
  /** Nothing newer will come, so a record that is still not shown after the server took an edit of it is out of reach. */
  readonly done?: boolean
  /** Hamlets that may be here. `null` = as before. */
  readonly scope: readonly string[] | null
  /** Epoch ms. Operations kept for longer than a month by this clock are deleted. Absent or `null` = none are. */
  readonly serverTime?: number | null
}

/** The replica, as the sync engine needs it. */
export interface ReplicaPort {
  cursor(commune: string): Promise<Cursor | null>
  contextHash(commune: string): string | null
  /** Digests, by hamlet, of the records stored here of this commune's scope (S24). */
  digests(commune: string): ReadonlyMap<string, Digest>
  /** Those of the records that this device has whole, as last pulled. */
  findRecords(commune: string, ids: readonly string[]): Promise<ReadonlyMap<string, RegisterRecord>>
  /**
   * Stores a page's records and cursor in one transaction; pending values stay on top.
   * @returns `overtaken`: the cursor has moved since the page was requested. Nothing was stored.
   */
  applyPage(commune: string, page: ReplicaPage): Promise<Result<'overtaken' | null, StorageFailure>>
  saveContext(commune: string, context: CommuneContext): Promise<Result<null, StorageFailure>>
}
