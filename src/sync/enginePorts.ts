import type { Digest } from '../domain/records/digest'
import type { Operation } from '../domain/records/operation'
import type { RegisterRecord } from '../domain/records/record'
import type { Result } from '../domain/result'
import type { CommuneContext, Cursor, SyncOutcome } from '../protocol/messages'

/* The store as the engine needs it. `storage` implements it as `OutboxPort` and `ReplicaPort`; every method is explained there. */

export type StorageKind = 'diskFull' | 'storageLost' | 'locked'
type Stored = Promise<Result<null, { readonly kind: StorageKind }>>

export interface Waiting {
  readonly counter: number
  /** `null` = it can no longer be read here: only its envelope can be sent (S45). */
  readonly operation: Operation | null
  /** Its bytes left the device at least once: the server may have it. For one that cannot be read: its envelope is gone, so the server has it or nobody has. */
  readonly wasSent: boolean
}

export interface Readable extends Waiting { readonly operation: Operation }

export const isReadable = (waiting: Waiting): waiting is Readable => waiting.operation !== null

export interface EngineOutbox {
  waiting(commune: string, limit: number): Promise<readonly Waiting[]>
  markSent(commune: string, counters: readonly number[]): Promise<void>
  settle(commune: string, outcomes: readonly SyncOutcome[]): Promise<void>
  device(commune: string): string
  epoch(commune: string): string
  lastGiven(commune: string): Promise<number>
  sendAgain(commune: string, epoch: string, last: number): Promise<number>
  /** Those of the device's operations that are still here, sent or not. */
  findOperations(commune: string, counters: readonly number[]): Promise<ReadonlyMap<number, Operation>>
}

/** A page as the engine has it stored; `ReplicaPage` explains its members. */
export interface PulledPage {
  readonly records: readonly RegisterRecord[]
  readonly cursor: Cursor
  readonly stood: Cursor | null
  readonly reset: boolean
  readonly renews?: readonly string[]
  readonly done: boolean
  readonly scope: readonly string[] | null
  readonly serverTime: number | null
}

export interface EngineReplica {
  cursor(commune: string): Promise<Cursor | null>
  contextHash(commune: string): string | null
  digests(commune: string): ReadonlyMap<string, Digest>
  /** Those of the records that this device has whole, as last pulled. */
  findRecords(commune: string, ids: readonly string[]): Promise<ReadonlyMap<string, RegisterRecord>>
  applyPage(commune: string, page: PulledPage): Promise<Result<'overtaken' | null, { readonly kind: StorageKind }>>
  saveContext(commune: string, context: CommuneContext): Stored
}
