import type Dexie from 'dexie'
import type { Table } from 'dexie'
import { openDexie, type IndexedDbPort } from './databaseOptions'

/*
 * One database per account. Keys are uuids, counters, commune codes and words of this program; all else is a `blob`:
 * 12-byte nonce and AES-GCM text under the account's data key, bound to its table and key. `rev` changes with every
 * write of a row: encryption cannot happen inside a transaction, so writers compare it there and start again.
 */

type Blob = Uint8Array<ArrayBuffer>

/** The replica. `version` is the record's and serves as its rev. */
export interface RecordRow { readonly id: string; readonly commune: string; readonly hamlet: string; readonly version: number; readonly blob: Blob }
/** Cards of the replica, by a hash of the household, so that a cold start reads a few pages. */
export interface CardPageRow { readonly bucket: number; readonly rev: number; readonly blob: Blob }
export interface DraftRow { readonly id: string; readonly blob: Blob }

/** `acknowledged` operations stay until a pull has shown them (protocol rule 6); `held` and `refused` until a person acts. */
export type OutboxState = 'waiting' | 'acknowledged' | 'held' | 'refused'
export interface OutboxRow {
  readonly device: string
  readonly counter: number
  readonly commune: string
  readonly hamlet: string
  readonly record: string
  readonly state: OutboxState
  /** 1 = its bytes left this device once and are frozen (protocol rule 13). */
  readonly sent: 0 | 1
  /** The version its outcome made; 0 = none. */
  readonly version: number
  readonly rev: number
  readonly blob: Blob
}

/** The row of an operation a pull has shown; forgotten after `until`, epoch ms of the server's clock; 0 = to be counted from when it is told next. */
export interface KeptRow { readonly device: string; readonly counter: number; readonly until: number; readonly row: OutboxRow }

/**
 * A draft once more, sealed to the server under the name of a device (`protocol/draftSeal.ts`). `isReceived` = the server has it as it
 * is here; of a book that is still here, so that it is known to be safe.
 */
export interface SealedDraftRow { readonly device: string; readonly record: string; readonly commune: string; readonly blob: Blob; readonly isReceived: 0 | 1 }

export interface SealedRow { readonly device: string; readonly counter: number; readonly commune: string; readonly keyId: string; readonly sealed: string }
export interface StateRow { readonly key: string; readonly blob: Blob }
/** The last counter given out; kept apart and readable, so that it is taken inside the transaction that uses it. */
export interface CounterRow { readonly device: string; readonly last: number }
/**
 * A device this account is here, with what proves it when it asks how it stands, and what the server last said of it: `untaken` = operations
 * that were not simply taken, or that the server lacks.
 */
export interface DeviceRow { readonly device: string; readonly commune: string; readonly proof: string; readonly isRevoked: 0 | 1; readonly untaken: number }

/**
 * A photo of a record, until the server has it; its bytes lie apart, so that counting photos reads none. `ofDraft` until an
 * operation names it: what it is then is known from here alone, whatever becomes of the record on this device. `sealed` = under which id.
 */
export interface PhotoRow { readonly record: string; readonly hash: string; readonly commune: string; readonly size: number; readonly keptAt?: string; readonly ofDraft?: true; readonly isSpoilt?: true; readonly sealed?: string }
/** The bytes of a photo from an earlier version of the app, under the book's key alone; sealed when the book is opened next. */
export interface PhotoBytesRow { readonly record: string; readonly hash: string; readonly blob: Blob }
/**
 * A photo under a key of its own (`protocol/photoSeal.ts`), which is here twice: `own` opens with the book, `key` with the secret of the device.
 * Of a book that was forgotten it is left until it was handed in. Its bytes lie apart, under the same id.
 */
export interface SealedPhotoRow { readonly id: string; readonly device: string; readonly commune: string; readonly record: string; readonly hash: string; readonly size: number; readonly key: Blob; readonly own: Blob }
export interface SealedBytesRow { readonly id: string; readonly blob: Blob }

export interface AccountTables {
  readonly records: Table<RecordRow, string>
  readonly cards: Table<CardPageRow, number>
  readonly drafts: Table<DraftRow, string>
  readonly outbox: Table<OutboxRow, [string, number]>
  readonly kept: Table<KeptRow, [string, number]>
  readonly sealed: Table<SealedRow, [string, number]>
  readonly state: Table<StateRow, string>
  readonly counters: Table<CounterRow, string>
  readonly devices: Table<DeviceRow, string>
  readonly photos: Table<PhotoRow, [string, string]>
  readonly photoBytes: Table<PhotoBytesRow, [string, string]>
  readonly sealedDrafts: Table<SealedDraftRow, [string, string]>
  readonly sealedPhotos: Table<SealedPhotoRow, string>
  readonly sealedBytes: Table<SealedBytesRow, string>
}
export type AccountDatabase = Dexie & AccountTables

export function accountDatabase(userId: string, port?: IndexedDbPort): AccountDatabase {
  const db = openDexie(`sothon-${userId}`, port)
  db.version(1).stores({
    records: 'id, [commune+hamlet]',
    cards: 'bucket',
    drafts: 'id',
    outbox: '[device+counter], [device+state+counter], record, commune',
    sealed: '[device+counter]',
    state: 'key',
    counters: 'device',
  })
  db.version(2).stores({ kept: '[device+counter], until' })
  db.version(3).stores({ kept: '[device+counter], until, row.record' })
  db.version(4).stores({ photos: '[record+hash], hash, commune', photoBytes: '[record+hash]' })
  db.version(5).stores({ devices: 'device' })
  db.version(6).stores({ sealedDrafts: '[device+record]' })
  db.version(7).stores({ sealedPhotos: 'id', sealedBytes: 'id' })
  return db as AccountDatabase
}
