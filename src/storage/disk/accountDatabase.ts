import type Dexie from 'dexie'
import type { Table } from 'dexie'
import { openDexie, type IndexedDbPort } from './databaseOptions'

/*
 * One database per account. Keys are UUIDs, counters, commune codes and words of this program. Everything else is a `blob`: a 12-byte nonce and AES-GCM
 * text under the account's data key, bound to its table and key. `rev` changes with every write of a row. Encryption cannot happen inside a transaction,
 * so writers encrypt first, compare `rev` inside the transaction, and start again if it changed.
 */

type Blob = Uint8Array<ArrayBuffer>

/** A record of the replica. `version` is the record's, and also serves as its rev. */
export interface RecordRow { readonly id: string; readonly commune: string; readonly hamlet: string; readonly version: number; readonly blob: Blob }
/** A page of cards of the replica, by a hash of the household, so that a cold start reads only a few pages. */
export interface CardPageRow { readonly bucket: number; readonly rev: number; readonly blob: Blob }
export interface DraftRow { readonly id: string; readonly blob: Blob }

/** `acknowledged` operations stay until a pull has shown them (S6), `held` and `refused` ones until a person acts. */
export type OutboxState = 'waiting' | 'acknowledged' | 'held' | 'refused'
export interface OutboxRow {
  readonly device: string
  readonly counter: number
  readonly commune: string
  readonly hamlet: string
  readonly record: string
  readonly state: OutboxState
  /** 1 = its bytes have left this device, so it is frozen (S13). */
  readonly sent: 0 | 1
  /** The record version its outcome made; 0 = none. */
  readonly version: number
  readonly rev: number
  readonly blob: Blob
}

/**
 * A kept operation: its effect has been shown by a pull. Forgotten after `until`, epoch ms of the server's clock; 0 = the month starts when the server
 * next tells its time.
 */
export interface KeptRow { readonly device: string; readonly counter: number; readonly until: number; readonly row: OutboxRow }

/**
 * A sealed draft, under the name of a device (`protocol/sealing/draftSeal.ts`). `isReceived` = the server has it exactly as it is here; kept while the
 * book is still here, so that it knows the draft is safe.
 */
export interface SealedDraftRow { readonly device: string; readonly record: string; readonly commune: string; readonly blob: Blob; readonly isReceived: 0 | 1 }

export interface SealedRow { readonly device: string; readonly counter: number; readonly commune: string; readonly keyId: string; readonly sealed: string }
export interface StateRow { readonly key: string; readonly blob: Blob }
/** The last counter used. Not encrypted, so that the transaction that uses the next one can read it. */
export interface CounterRow { readonly device: string; readonly last: number }
/**
 * A device of this account, with the proof it gives when it asks for its standing, and what the server last said of it. `untaken` = number of operations
 * that the server held, refused or lacks.
 */
export interface DeviceRow { readonly device: string; readonly commune: string; readonly proof: string; readonly isRevoked: 0 | 1; readonly untaken: number }

/**
 * A photo of a record, until the server has it. Its bytes are in another table, so that counting photos reads none of them. `ofDraft` until an operation
 * names it: this alone tells the two apart, whatever becomes of the record here. `sealed` = id of its sealed row.
 */
export interface PhotoRow { readonly record: string; readonly hash: string; readonly commune: string; readonly size: number; readonly keptAt?: string; readonly ofDraft?: true; readonly isSpoilt?: true; readonly sealed?: string }
/** Bytes of a photo stored by an earlier version of the app, only under the book's key; sealed when the book is next opened. */
export interface PhotoBytesRow { readonly record: string; readonly hash: string; readonly blob: Blob }
/**
 * A sealed photo (`protocol/sealing/photoSeal.ts`). Its key is stored twice: `own` opens with the book, `key` with the secret of the device. After the
 * book is forgotten it stays until it is handed in. Its bytes are in another table, under the same id.
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
