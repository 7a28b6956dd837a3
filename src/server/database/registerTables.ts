import type { ColumnType } from 'kysely'
import type { Answers } from '../../domain/forms/answers'
import type { Finding } from '../../domain/forms/checking/finding'
import type { Outcome } from '../../domain/records/outcome'
import type {
  FieldChange, FormKey, Hold, RecordKind, RecordMeta, RecordStatus, ReviewNote, Submission,
} from '../../domain/records/record'
import type { Instant } from '../../domain/time'

/* Records, the operations that made them, and what belongs to both: change numbers, personal numbers, digests, photos, rescued drafts. */

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

/** Append only, refused ones included: at once the sync log, the history of every field and the trail of writes. */
export interface OperationTable {
  commune: string
  seq: number
  device: string
  /** `null` = the record went along with that of an operation before it, of the same device. */
  counter: number | null
  author: string
  /** `null` when the operation could not be read. */
  record: string | null
  type: 'submit' | 'accept' | 'return' | 'resolve' | 'move' | 'import' | 'malformed'
  /** As it came; of an operation that could not be read, its text. */
  payload: Json<unknown>
  outcome: Json<Outcome>
  /** Answers that became different; empty for the operation that made the record, whose patch they are. */
  changes: Json<readonly FieldChange[]>
  received_at: Instant
  /** The device's own clock, for people to see. */
  device_time: string | null
  run: string
}

/** A photo a record names, or will: how many of its bytes have come. `whole_at` is set once they have the hash that was named. */
export interface PhotoTable {
  commune: string
  hash: string
  size: number
  received: number
  sent_by: string
  begun_at: Instant
  whole_at: Instant | null
  /** Of one that came sealed: its device, and the record it was taken for. */
  sealed_by: string | null
  sealed_of: string | null
}

/** Bytes of a photo from `start` on. */
export interface PhotoPartTable {
  commune: string
  hash: string
  start: number
  bytes: Buffer
}

/** A draft as its device sealed it (`protocol/draftSeal.ts`), for its author alone; `sealed` `null` = given back. */
export interface RescuedDraftTable {
  commune: string
  user_id: string
  device: string
  record: string
  hamlet: string
  /** Of the device's clock, as the draft says it: tells a newer copy from an older. */
  saved_at: string
  sealed: string | null
  received_at: Instant
}

/** The commune's change number; its order is commit order because it is taken last (protocol rule 1). */
export interface CommuneSeqTable {
  commune: string
  n: number
}

/**
 * Which records hold a personal number, over all communes. Keyed by the number's keyed hash, which is its own
 * distribution column: uniqueness over communes without a key that spans them.
 */
export interface NumberRegistryTable {
  hash: string
  commune: string
  record: string
  /** The person the record is about; several records of one person are no duplicate. */
  person: string
}

/** A row to wait for, so that two transactions that register one number, or one code of a household, come one after the other. Never emptied. */
export interface NumberLockTable {
  hash: string
}

/** How many records a hamlet has and the XOR of their hashes, in halves of 32 bits. */
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
