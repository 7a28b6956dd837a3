import type { ColumnType } from 'kysely'
import type { Answers } from '../../domain/forms/answers'
import type { Finding } from '../../domain/forms/checking/finding'
import type { Outcome } from '../../domain/records/outcome'
import type {
  FieldChange, FormKey, Hold, RecordKind, RecordMeta, RecordStatus, ReviewNote, Submission,
} from '../../domain/records/record'
import type { Instant } from '../../domain/time'

/* Records, the operations on them, and what belongs to both: change numbers, personal numbers, digests, photos, rescued drafts. */

/** Read as a value, written as JSON text. */
type Json<T> = ColumnType<T, string, string>

/** One row per record: the state every replica copies. `seq` is the change number of its latest version. */
export interface RecordTable {
  commune: string
  id: string
  kind: RecordKind
  form: FormKey
  hamlet: string
  household: string | null
  person: string | null
  answers: Json<Answers>
  version: number
  status: RecordStatus
  round: number
  notes: Json<readonly ReviewNote[]>
  submission: ColumnType<Submission | null, string | null, string | null>
  reviewed_by: string | null
  reviewed_at: Instant | null
  changes: Json<readonly FieldChange[]>
  holds: Json<readonly Hold[]>
  warnings: Json<readonly Finding[]>
  reasons: Json<{ readonly [key: string]: string }>
  meta: Json<RecordMeta>
  seq: number
}

/** Append only, refused operations included. It is the sync log, the history of every field and the audit trail of writes. */
export interface OperationTable {
  commune: string
  seq: number
  device: string
  /** `null` = no operation of its own: the record was changed by an operation before it, of the same device, on another record. */
  counter: number | null
  author: string
  /** `null` when the operation could not be read. */
  record: string | null
  type: 'submit' | 'accept' | 'return' | 'resolve' | 'move' | 'import' | 'malformed'
  /** The operation as it arrived, or the text of one that could not be read. */
  payload: Json<unknown>
  outcome: Json<Outcome>
  /** The answers that changed. Empty for the operation that made the record: its patch contains them. */
  changes: Json<readonly FieldChange[]>
  received_at: Instant
  /** The device's own clock, only for display. */
  device_time: string | null
  run: string
}

/** A photo that a record names or will name, and how many of its bytes have arrived. `whole_at` is set once the bytes have the named hash. */
export interface PhotoTable {
  commune: string
  hash: string
  size: number
  received: number
  sent_by: string
  begun_at: Instant
  whole_at: Instant | null
  /** For a photo that arrived sealed: its device, and the record it was taken for. */
  sealed_by: string | null
  sealed_of: string | null
}

/** The bytes of a photo from `start` on. */
export interface PhotoPartTable {
  commune: string
  hash: string
  start: number
  bytes: Buffer
}

/** A sealed draft, only for its author. `sealed` is `null` once it was given back. */
export interface RescuedDraftTable {
  commune: string
  user_id: string
  device: string
  record: string
  hamlet: string
  /** Time by the device's clock, from the draft. It tells a newer copy from an older one. */
  saved_at: string
  sealed: string | null
  received_at: Instant
}

/** The commune's change number. Its order is commit order because it is taken last in a transaction (S1). */
export interface CommuneSeqTable {
  commune: string
  n: number
}

/**
 * Which records hold a personal number, over all communes. The key is the number's keyed hash, which is also the distribution column: so a number can
 * be compared over all communes without a key that spans them.
 */
export interface NumberRegistryTable {
  hash: string
  commune: string
  record: string
  /** The person the record is about. Several records of one person are not duplicates. */
  person: string
}

/** Rows to lock, so that two transactions that register the same personal number or household code run one after the other. Rows are never deleted. */
export interface NumberLockTable {
  hash: string
}

/** The number of records of a hamlet, and the XOR of their hashes in two halves of 32 bits. */
export interface DigestTable {
  commune: string
  hamlet: string
  n: number
  hi: number
  lo: number
}

export interface RegisterTables {
  record: RecordTable
  photo: PhotoTable
  photo_part: PhotoPartTable
  rescued_draft: RescuedDraftTable
  operation: OperationTable
  commune_seq: CommuneSeqTable
  number_registry: NumberRegistryTable
  number_lock: NumberLockTable
  digest: DigestTable
}
