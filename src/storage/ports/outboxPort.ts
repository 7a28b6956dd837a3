import type { Operation } from '../../domain/records/operation'
import type { Outcome } from '../../domain/records/outcome'
import type { Enrolment } from '../book/devices/enrolment'

/** The queue, as the sync engine needs it. Rejects with `StorageError`, which carries the `failure`, and then changes nothing. */
export interface OutboxPort {
  /**
   * The first waiting operations of a commune in counter order, at most `limit`. `wasSent` = its bytes left the device at least once.
   * `operation` `null` = it cannot be read here. Then `wasSent` = its envelope is gone too, so either the server has the operation or nobody has.
   */
  waiting(commune: string, limit: number): Promise<readonly { readonly counter: number; readonly operation: Operation | null; readonly wasSent: boolean }[]>
  waitingCount(commune: string): Promise<number> // includes envelopes waiting under a former device id
  /** Freezes operations: once sent, an operation is never merged with a later one or changed (S13). */
  markSent(commune: string, counters: readonly number[]): Promise<void>
  /**
   * Stores outcomes and deletes the envelopes. Accepted and merged operations leave when a pull shows them; held and refused ones stay as trouble. The
   * notes of a refused decision become unsent again. Idempotent.
   */
  settle(commune: string, outcomes: readonly { readonly counter: number; readonly outcome: Outcome; readonly receipt: string }[]): Promise<void>
  /** This phone's device id in a commune. */
  device(commune: string): string
  /** The server's epoch, as this device last knew it: what counts as received, was received in it. */
  epoch(commune: string): string
  /** The last counter this device has used; 0 = none yet. */
  lastGiven(commune: string): Promise<number>
  /**
   * Called when the server, now of `epoch`, has this device's operations only up to counter `last`: puts later ones that are still kept here back into the
   * queue (S6). Idempotent. @returns how many
   */
  sendAgain(commune: string, epoch: string, last: number): Promise<number>
  /** Those of the operations that are still here, by counter: in the queue, or kept after the server took them. */
  findOperations(commune: string, counters: readonly number[]): Promise<ReadonlyMap<number, Operation>>
  /** Continues under another device id and takes all waiting operations along. `again` = also those the server had taken but does not know now. */
  renew(enrolment: Enrolment, again: boolean): Promise<void>
}
