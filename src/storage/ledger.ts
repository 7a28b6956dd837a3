import type { Answers, AnswerValue } from '../domain/forms/answers'
import type { Card } from '../domain/records/cards/card'
import type { Digest } from '../domain/records/digest'
import type { Move } from '../domain/records/move'
import type { Operation } from '../domain/records/operation'
import type { Outcome } from '../domain/records/outcome'
import type { Confirmed, FormKey, Hold, RecordHead, RegisterRecord } from '../domain/records/record'
import type { HeldRecord } from '../domain/records/shrink'
import type { Result } from '../domain/result'
import type { CommuneContext, Cursor } from '../protocol/messages'
import type { Enrolment } from './book/devices/enrolment'
import type { Holder } from './holder'
import type { PhotoPort } from './ports/photoPort'
import type { RescuedPort } from './ports/rescuedPort'
import type { SpoiltPort } from './ports/spoiltPort'

/*
 * The shapes the rest of the client sees of the device's store. `storage` implements them on Dexie and WebCrypto; `ui` knows
 * only these, `sync` what it needs of them (`sync/enginePorts.ts`). Everything a person can read is encrypted before it reaches the disk.
 */

/** Expected storage trouble, each with words in `ui/text`. */
export type StorageFailure =
  | { readonly kind: 'diskFull' }
  | { readonly kind: 'storageLost' } // the browser closed or erased the database; a reopen was tried once
  | { readonly kind: 'locked' } // the vault was locked meanwhile

/** A form somebody is in the middle of. Keeps everything typed, also what is not asked any more. */
export interface Draft {
  /** Id of the record being made or corrected (client-made UUIDv7 when new). */
  readonly id: string
  readonly commune: string
  readonly head: RecordHead
  readonly form: FormKey
  /** Server version of the record the draft started from; 0 = new. */
  readonly base: number
  /** The answers it started from: what differs from them is what its author changed. */
  readonly seen?: Answers
  readonly answers: Answers
  readonly reasons: { readonly [key: string]: string }
  /** Answers that came from the register: still only offered, or confirmed by the person asked. What was changed is here no more. */
  readonly told?: { readonly [field: string]: 'offered' | 'confirmed' }
  /** People of this device whom the author has said to be others than the one it is about. */
  readonly others?: readonly string[]
  /** Group of the form last shown. */
  readonly place?: string
  /** Device clock, for "Đã lưu 09:41"; of one draft it never goes back. */
  readonly savedAt: string
}

/** An operation waiting on this device, or one the server did not apply. */
export interface PendingOperation {
  readonly commune: string
  /** The id it was queued under: this device may have had another before, whose counters began at 1 as well. */
  readonly device: string
  readonly operation: Operation
  readonly queuedAt: string
  /** Set when the server held or refused it: it no longer waits, it needs a person. */
  readonly trouble: Extract<Outcome, { kind: 'held' | 'refused' }> | null
  readonly receipt?: string
  /** Of its sealed envelope, about what sending it alone costs; absent once it was sent. */
  readonly bytes?: number
}

/** An operation of this device that the server has taken, remembered for some weeks. */
export interface TakenOperation {
  readonly commune: string
  readonly operation: Operation
  /** For people to quote: `22810-000123`. */
  readonly receipt: string
  /** When this device heard of it, ISO; absent on what was taken before that was written down. */
  readonly takenAt?: string
}

/** What a screen shows of a record: the server's state under this device's own pending changes. */
export interface LocalRecord {
  /** `null` while the server has not seen it. */
  readonly server: HeldRecord | null
  readonly head: RecordHead
  readonly form: FormKey
  /** Server answers with pending patches laid over (protocol rule 19: a pull never hides an unsent value). */
  readonly answers: Answers
  readonly confirmed: Confirmed
  /** Values the server keeps aside, of which nobody on this device has chosen yet. */
  readonly holds: readonly Hold[]
  readonly pending: readonly PendingOperation[]
}

export interface SubmitInput {
  readonly id: string
  readonly commune: string
  readonly head: RecordHead
  readonly form: FormKey
  /** Pruned answers; the patch against the current local answers is computed inside. */
  readonly answers: Answers
  /** `base` and `seen` of the draft: what came in since then is not taken for the author's word. Absent = the record as it is now. */
  readonly base?: number
  readonly seen?: Answers
  readonly confirmed?: Confirmed
  readonly reasons: { readonly [key: string]: string }
}

/** `base` = server version that was shown to whoever decides. */
export type ReviewInput =
  | { readonly type: 'accept'; readonly commune: string; readonly record: string; readonly base: number }
  | { readonly type: 'return'; readonly commune: string; readonly record: string; readonly base: number; readonly notes: readonly { readonly field: string; readonly text: string }[] }
  | ({ readonly type: 'move'; readonly commune: string } & Move)
  | { readonly type: 'resolve'; readonly commune: string; readonly record: string; readonly base: number; readonly choices: readonly { readonly hold: string; readonly take: 'current' | 'held' }[] }

export interface Reviewed {
  /** In the order they were given. */
  readonly made: readonly Operation[]
  /** Records that are not on this device any more: there was nothing to decide about. */
  readonly gone: readonly string[]
}

/** Notes somebody is writing on a record and has not sent, by field id: a supervisor's for a return or an answer, an officer's on a visit or a request. */
export interface UnsentNotes { readonly [fieldId: string]: string }

export interface StorageStatus {
  readonly persisted: boolean | null
  readonly usedBytes: number | null
  readonly quotaBytes: number | null
}

/** The opened store of one officer. Each write is all-or-nothing and throws for no expected failure; reads reject with `StorageError` for one. */
export interface Ledger {
  /** Communes this device is enrolled for. */
  readonly communes: readonly string[]
  context(commune: string): CommuneContext | null

  /** All cards in memory, decrypted at unlock and kept current. The array is replaced, never changed, on every write. */
  cards(): readonly Card[]
  card(id: string): Card | undefined
  /** Calls back after any change of cards, drafts, outbox or context. Returns the unsubscriber. */
  subscribe(listener: () => void): () => void

  getRecord(id: string): Promise<LocalRecord | undefined>
  /** Reduces forms accepted long ago to what the work needs, as the commune's settings say. Answers how many; idempotent. */
  shrinkOld(): Promise<Result<number, StorageFailure>>
  /** The whole of a form that was reduced, as the server gave it. Answers false when the one here is of another version by now. */
  takeWhole(record: RegisterRecord): Promise<Result<boolean, StorageFailure>>
  /** To be gone on with: where there is none a form may be open on it from now on, and nothing rescued is laid down there (protocol rule 43). */
  findDraft(id: string): Promise<Draft | undefined>
  /** Only to be looked at. */
  findDraftToShow(id: string): Promise<Draft | undefined>
  /** Safe to call on every keystroke: one write in flight, the newest state next. */
  saveDraft(draft: Draft): Promise<Result<Draft, StorageFailure>>
  /** Ends a draft, with the photos nothing else names. Answers with what brings it back as it was given, photos and all. */
  discardDraft(draft: Draft): Promise<Result<() => Promise<Result<Draft, StorageFailure>>, StorageFailure>>
  /** Ends a draft in which nobody said anything, as long as it lies there as given: another tab may have typed in it. Answers whether it did. */
  leaveDraft(draft: Draft): Promise<Result<boolean, StorageFailure>>
  /** Record + operation + sealed envelope + end of draft in ONE transaction. An unchanged form queues nothing and ends the draft. */
  submit(input: SubmitInput): Promise<Result<Operation | null, StorageFailure>>
  /**
   * Queues decisions one after the other; an accept ends the notes written on its record in the same transaction, a return or a reply those it
   * carries. One on a record that left meanwhile is passed over. Stops at the first trouble: `done` were kept. Screens hear of it once, at the end.
   */
  review(inputs: readonly ReviewInput[]): Promise<Result<Reviewed, { readonly done: number; readonly failure: StorageFailure }>>
  /** Safe to call on every keystroke, with the fields that changed; a blank text takes a note away. */
  saveNotes(record: string, change: UnsentNotes): Promise<Result<UnsentNotes, StorageFailure>>
  findNotes(record: string): Promise<UnsentNotes>
  /** Ids of the records somebody is writing notes on. */
  notedRecords(): Promise<ReadonlySet<string>>
  /** Two people are two, somebody has said: remembered as long as the book is here. Idempotent. */
  tellApart(one: string, other: string): Promise<Result<null, StorageFailure>>
  /** Ids of those said not to be this person. */
  toldApart(person: string): Promise<readonly string[]>
  /** The same of a person and whoever is very like them outside this device; `mark` names where, and what made them alike. The newest counts. */
  tellApartElsewhere(person: string, mark: string): Promise<Result<null, StorageFailure>>
  toldElsewhere(person: string): Promise<string | null>
  /** Resolves when everything typed so far is on disk, or its failure was answered. Asked before locking. */
  settled(): Promise<void>
  pending(): Promise<readonly PendingOperation[]>
  /** What the server has taken from this device, of all records or of one, newest first, at most `limit`. */
  taken(limit: number, record?: string): Promise<readonly TakenOperation[]>
  /** Takes back a refused or held operation after the officer dealt with it (its values stay in the history of the server). */
  setAside(device: string, counter: number): Promise<Result<null, StorageFailure>>
  /** Field value helper for screens that only need one answer. */
  answer(record: LocalRecord, field: string): AnswerValue | undefined

  /** Who the book belongs to, as the last online sign-in said; `null` before the first `saveHolder`. */
  holder(): Holder | null
  saveHolder(holder: Holder): Promise<Result<null, StorageFailure>>

  readonly outbox: OutboxPort
  readonly replica: ReplicaPort
  readonly photos: PhotoPort
  readonly rescued: RescuedPort
  readonly spoilt: SpoiltPort
  status(): Promise<StorageStatus>
  lock(): void
}

/** What the sync engine needs of the queue. Rejects with `StorageError` (its `failure` says which) and changes nothing then. */
export interface OutboxPort {
  /**
   * Waiting operations of a commune in counter order, from the lowest, at most `limit`; `wasSent` = bytes of it left once. `null` cannot be read here:
   * `wasSent` = no envelope of it is left either, so that the server has it or nobody.
   */
  waiting(commune: string, limit: number): Promise<readonly { readonly counter: number; readonly operation: Operation | null; readonly wasSent: boolean }[]>
  waitingCount(commune: string): Promise<number> // with what waits sealed under a former id
  /** Marks bytes as frozen: after a first send an operation is never collapsed or changed (protocol rule 13). */
  markSent(commune: string, counters: readonly number[]): Promise<void>
  /** Settles outcomes: accepted and merged leave when a pull shows them, held and refused stay as trouble, and no envelope is left of either. The notes of a refused decision are unsent again. Idempotent. */
  settle(commune: string, outcomes: readonly { readonly counter: number; readonly outcome: Outcome; readonly receipt: string }[]): Promise<void>
  /** Device id of this phone in a commune. */
  device(commune: string): string
  /** The server's epoch under which this device counts its operations as received. */
  epoch(commune: string): string
  /** The last counter given to an operation of this device; 0 = none yet. */
  lastGiven(commune: string): Promise<number>
  /**
   * The server, of this epoch now, has this device's operations up to `last` only: later ones still kept here go back into the
   * queue (protocol rule 6). Answers how many. Idempotent.
   */
  sendAgain(commune: string, epoch: string, last: number): Promise<number>
  /** By counter, those of these operations of the device that are still here: in the queue, or kept since the server took them. */
  findOperations(commune: string, counters: readonly number[]): Promise<ReadonlyMap<number, Operation>>
  /** Goes on under another device id, with everything that waits; `again` = also with what the server had taken and now does not know. */
  renew(enrolment: Enrolment, again: boolean): Promise<void>
}

/** What the sync engine needs of the replica. */
export interface ReplicaPort {
  cursor(commune: string): Promise<Cursor | null>
  contextHash(commune: string): string | null
  /** By hamlet, of what is stored of this commune's scope (protocol rule 24). */
  digests(commune: string): ReadonlyMap<string, Digest>
  /** Those of these records that are held, as they were pulled last. */
  findRecords(commune: string, ids: readonly string[]): Promise<ReadonlyMap<string, RegisterRecord>>
  /**
   * Records and cursor in one transaction; pending values stay on top. With `reset`, and of the hamlets in `renews`, what is not in the page and not
   * pending goes first; `scope` `null` = as before. `done`: nothing newer is to come, so that a record the server took an edit of and has not shown
   * since is out of reach. `serverTime`: what was kept longer than a month by it goes (epoch ms; absent or `null` = not told). @returns `overtaken` = the replica is not any more where it `stood` (absent = anywhere) when this was asked for: nothing was stored
   */
  applyPage(commune: string, page: { readonly stood?: Cursor | null; readonly reset: boolean; readonly renews?: readonly string[]; readonly done?: boolean; readonly records: readonly RegisterRecord[]; readonly cursor: Cursor; readonly scope: readonly string[] | null; readonly serverTime?: number | null }): Promise<Result<'overtaken' | null, StorageFailure>>
  saveContext(commune: string, context: CommuneContext): Promise<Result<null, StorageFailure>>
}
