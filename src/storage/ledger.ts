import type { Answers } from '../domain/forms/answers'
import type { Card } from '../domain/records/cards/card'
import type { Move } from '../domain/records/move'
import type { Operation } from '../domain/records/operation'
import type { Outcome } from '../domain/records/outcome'
import type { Confirmed, FormKey, Hold, RecordHead, RegisterRecord } from '../domain/records/record'
import type { HeldRecord } from '../domain/records/shrink'
import type { Result } from '../domain/result'
import type { CommuneContext } from '../protocol/messages'
import type { Holder } from './holder'
import type { OutboxPort } from './ports/outboxPort'
import type { PhotoPort } from './ports/photoPort'
import type { ReplicaPort } from './ports/replicaPort'
import type { RescuedPort } from './ports/rescuedPort'
import type { SpoiltPort } from './ports/spoiltPort'

/*
 * The types through which the rest of the client sees the device's store. `storage` implements them on Dexie and WebCrypto. `ui` knows only these; `sync`
 * declares the part it needs in `sync/enginePorts.ts`. Everything a person can read is encrypted before it reaches the disk.
 */

/** Expected storage failures; each has words in `ui/text`. */
export type StorageFailure =
  | { readonly kind: 'diskFull' }
  | { readonly kind: 'storageLost' } // the browser closed or erased the database; reopening was tried once
  | { readonly kind: 'locked' } // the vault was locked in the meantime

/** Failures of ending a draft. `changedElsewhere`: another tab wrote the draft, sent or discarded it, and this tab does not show that: read the draft again. */
export type DraftFailure = StorageFailure | { readonly kind: 'changedElsewhere' }

/** A form somebody is filling in. Keeps everything typed, including answers that are no longer asked. */
export interface Draft {
  /** Id of the record being created or corrected; a UUIDv7 made by the client for a new one. */
  readonly id: string
  readonly commune: string
  readonly head: RecordHead
  readonly form: FormKey
  /** Server version of the record when the draft was started; 0 = new record. */
  readonly base: number
  /** The record's answers when the draft was started. A value that differs from them was changed by the author. */
  readonly seen?: Answers
  readonly answers: Answers
  readonly reasons: { readonly [key: string]: string }
  /** Answers taken from the register: still only offered, or confirmed by the person asked. An answer the author changed is not listed. */
  readonly told?: { readonly [field: string]: 'offered' | 'confirmed' }
  /** Ids of people in this book who, the author said, are not the person of this form. */
  readonly others?: readonly string[]
  /** The group of the form shown last. */
  readonly place?: string
  /** Time of the last save by the device clock, shown as "Đã lưu 09:41". Never goes back within one draft. */
  readonly savedAt: string
}

/** An operation that waits on this device, or that the server held or refused. */
export interface PendingOperation {
  readonly commune: string
  /** The device id it was queued under. This device may have had another id before, with counters that also began at 1. */
  readonly device: string
  readonly operation: Operation
  readonly queuedAt: string
  /** Set when the server held or refused it: it no longer waits for the server but for a person. */
  readonly trouble: Extract<Outcome, { kind: 'held' | 'refused' }> | null
  readonly receipt?: string
  /** Size of its sealed envelope: roughly the cost of sending it alone. Absent once it was sent. */
  readonly bytes?: number
}

/** An operation of this device that the server has taken; remembered for some weeks. */
export interface TakenOperation {
  readonly commune: string
  readonly operation: Operation
  /** For people to quote: `22810-000123`. */
  readonly receipt: string
  /** When this device received the outcome, ISO. Absent for operations stored by an app version that did not record it. */
  readonly takenAt?: string
}

/** A record as screens show it: the server's state with this device's pending changes on top. */
export interface LocalRecord {
  /** `null` while the server has not seen it. */
  readonly server: HeldRecord | null
  readonly head: RecordHead
  readonly form: FormKey
  /** The server's answers with pending patches on top: a pull never hides an unsent value (S19). */
  readonly answers: Answers
  readonly confirmed: Confirmed
  /** Values the server holds, without those already chosen about on this device. */
  readonly holds: readonly Hold[]
  readonly pending: readonly PendingOperation[]
}

export interface SubmitInput {
  readonly id: string
  readonly commune: string
  readonly head: RecordHead
  readonly form: FormKey
  /** Pruned answers. The patch against the current local answers is computed inside. */
  readonly answers: Answers
  /** `base` and `seen` of the draft: values that arrived after them do not count as the author's. Absent = the record as it is now. */
  readonly base?: number
  readonly seen?: Answers
  readonly confirmed?: Confirmed
  readonly reasons: { readonly [key: string]: string }
}

/** A decision of a supervisor. `base` = the server version that was shown to the person who decides. */
export type ReviewInput =
  | { readonly type: 'accept'; readonly commune: string; readonly record: string; readonly base: number }
  | { readonly type: 'return'; readonly commune: string; readonly record: string; readonly base: number; readonly notes: readonly { readonly field: string; readonly text: string }[] }
  | ({ readonly type: 'move'; readonly commune: string } & Move)
  | { readonly type: 'resolve'; readonly commune: string; readonly record: string; readonly base: number; readonly choices: readonly { readonly hold: string; readonly take: 'current' | 'held' }[] }

export interface Reviewed {
  /** The operations queued, in the order of the inputs. */
  readonly made: readonly Operation[]
  /** Ids of records that are no longer on this device: there was nothing to decide about. */
  readonly gone: readonly string[]
}

/** Notes on a record that are not sent yet, by field id: of a supervisor for a return or an answer, of an officer on a visit or a request. */
export interface UnsentNotes { readonly [fieldId: string]: string }

export interface StorageStatus {
  readonly persisted: boolean | null
  readonly usedBytes: number | null
  readonly quotaBytes: number | null
}

/**
 * The opened store of one account. Each write happens completely or not at all and returns expected failures as a `Result`. Reads reject with
 * `StorageError`.
 */
export interface Ledger {
  /** Communes this device is enrolled for. */
  readonly communes: readonly string[]
  context(commune: string): CommuneContext | null

  /** All cards, decrypted at unlock and kept up to date in memory. Every write replaces the array; it is never changed in place. */
  cards(): readonly Card[]
  card(id: string): Card | undefined
  /** Calls `listener` after any change of cards, drafts, outbox or context. @returns the function that unsubscribes */
  subscribe(listener: () => void): () => void

  getRecord(id: string): Promise<LocalRecord | undefined>
  /** Shrinks forms that were accepted long ago, as the commune's settings say. Idempotent. @returns how many */
  shrinkOld(): Promise<Result<number, StorageFailure>>
  /** Stores the whole of a shrunk form as the server gave it. @returns false if the record stored here now has another version */
  takeWhole(record: RegisterRecord): Promise<Result<boolean, StorageFailure>>
  /** The draft, for editing. If there is none, the record is marked as possibly open in a form, so no rescued draft is restored onto it (S43). */
  findDraft(id: string): Promise<Draft | undefined>
  /** The draft, for display only. */
  findDraftToShow(id: string): Promise<Draft | undefined>
  /** Whether the draft on disk says what this tab last read or saved. False = another tab has changed or ended it. */
  isDraftShown(id: string): Promise<Result<boolean, StorageFailure>>
  /**
   * Safe to call on every keystroke: one write runs at a time, and the next one writes the newest state. Only what changed since the draft was last read or
   * saved here is written: what another tab wrote stays.
   */
  saveDraft(draft: Draft): Promise<Result<Draft, StorageFailure>>
  /**
   * Ends a draft and deletes the photos that nothing else names. Fails with `changedElsewhere` unless it is shown here.
   * @returns a function that restores the draft as given, with its photos; what was typed since stays
   */
  discardDraft(draft: Draft): Promise<Result<() => Promise<Result<Draft, StorageFailure>>, DraftFailure>>
  /** Ends an untouched draft, but only if it is shown here: another tab may have typed in it. @returns whether it was ended */
  leaveDraft(draft: Draft): Promise<Result<boolean, StorageFailure>>
  /**
   * Queues the operation, stores its sealed envelope and ends the draft in ONE transaction. An unchanged form queues nothing and ends the draft. Fails with
   * `changedElsewhere` unless the draft is shown here. What is typed while this runs stays as a draft that corrects what was sent.
   */
  submit(input: SubmitInput): Promise<Result<Operation | null, DraftFailure>>
  /**
   * Queues decisions one by one and stops at the first failure; the first `done` stay queued. A decision on a record that has left the device is skipped.
   * The same transaction ends notes on the record: an accept all of them, a return or a reply those it carries. Screens are told once, at the end.
   */
  review(inputs: readonly ReviewInput[]): Promise<Result<Reviewed, { readonly done: number; readonly failure: StorageFailure }>>
  /**
   * Safe to call on every keystroke. Takes the fields that changed; a blank text deletes the note. Notes that the disk did not take are written with the
   * next call for the record, whatever it changes, also `{}`: it fails as long as one of them is not stored.
   */
  saveNotes(record: string, change: UnsentNotes): Promise<Result<UnsentNotes, StorageFailure>>
  /** The unsent notes, also those the disk did not take, for editing: from now on no rescued notes are restored onto them (S43). */
  findNotes(record: string): Promise<UnsentNotes>
  /** Ids of the records with unsent notes. */
  notedRecords(): Promise<ReadonlySet<string>>
  /** Remembers, as long as this book exists, that two people are not the same person. Idempotent. */
  tellApart(one: string, other: string): Promise<Result<null, StorageFailure>>
  /** Ids of the people told apart from this one. */
  toldApart(person: string): Promise<readonly string[]>
  /** The same for a person and a twin outside this device. `mark` names where the twin is and what is alike. Only the newest mark is kept. */
  tellApartElsewhere(person: string, mark: string): Promise<Result<null, StorageFailure>>
  toldElsewhere(person: string): Promise<string | null>
  /** Resolves when everything typed so far is on disk, or its failure was returned. Called before locking. */
  settled(): Promise<void>
  pending(): Promise<readonly PendingOperation[]>
  /** Operations the server has taken from this device, of all records or of `record`: newest first, at most `limit`. */
  taken(limit: number, record?: string): Promise<readonly TakenOperation[]>
  /** Removes a refused or held operation after the officer dealt with it. Its values stay in the history of the server. */
  setAside(device: string, counter: number): Promise<Result<null, StorageFailure>>

  /** The holder of the book, as the last online sign-in reported; `null` before the first `saveHolder`. */
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
