import type Dexie from 'dexie'
import type { Table } from 'dexie'
import type { Envelope } from '../../protocol/messages'
import type { SealedDraft } from '../../protocol/sealing/sealedDrafts'
import { openDexie, type IndexedDbPort } from './databaseOptions'

/** Parameters and ciphertext of one way into the vault. */
export interface Wrap {
  readonly salt: Uint8Array<ArrayBuffer>
  readonly memoryKib: number
  readonly passes: number
  /** 12-byte nonce, then AES-GCM text: the master secret. */
  readonly wrapped: Uint8Array<ArrayBuffer>
}

/** One account enrolled on this device. Everything here may be read by whoever holds the device. */
export interface AccountRow {
  readonly userId: string
  readonly username: string
  /** `null` after `forget`: only the sealed queue is left. */
  readonly passphrase: Wrap | null
  readonly passkey: (Wrap & { readonly credentialId: string; readonly prfSalt: Uint8Array<ArrayBuffer> }) | null
  /** Tries that did not open the vault since the last that did, the one under way included. */
  readonly tries: number
  /** Epoch ms of the last try, and how long the next must wait after it. */
  readonly triedAt: number
  readonly waitMs: number
  readonly usedAt: number
}

/** An envelope of another device, carried for it. `refused` = the server could not read it when it was sent. */
export interface CarriedRow extends Envelope { readonly refused: 0 | 1 }

/** The same of a sealed draft; of one draft there may be several copies, from several days. */
export interface CarriedDraftRow extends SealedDraft { readonly refused: 0 | 1 }

/** A book that was erased because its device was revoked; said until somebody enrols on this phone. */
export interface ErasedRow { readonly userId: string; readonly username: string }

/** Bytes sent and received with no book open, in a month (`YYYY-MM`). */
export interface ClosedUseRow { readonly month: string; readonly up: number; readonly down: number }

export type DirectoryDatabase = Dexie & {
  readonly accounts: Table<AccountRow, string>
  readonly carried: Table<CarriedRow, [string, number]>
  readonly carriedDrafts: Table<CarriedDraftRow, [string, string, string]>
  readonly erased: Table<ErasedRow, string>
  readonly closedUse: Table<ClosedUseRow, string>
}

/** What belongs to the device and to no account: who is enrolled on it, and what it carries for other devices. Nothing in it needs a key. */
export function directoryDatabase(port?: IndexedDbPort): DirectoryDatabase {
  const db = openDexie('sothon', port)
  db.version(1).stores({ accounts: 'userId' })
  db.version(2).stores({ carried: '[device+counter], refused' })
  db.version(3).stores({ erased: 'userId' })
  db.version(4).stores({ closedUse: 'month' })
  db.version(5).stores({ carriedDrafts: '[device+record+sealed], refused' })
  return db as DirectoryDatabase
}

/** One piece of work for each account that left anything on this device, one after the other. */
export async function withAccounts<T>(port: IndexedDbPort | undefined, work: (userId: string) => Promise<T>): Promise<readonly T[]> {
  const done: T[] = []
  for (const userId of await withDirectory(port, (directory) => directory.accounts.toCollection().primaryKeys())) done.push(await work(userId))
  return done
}

/** Opens it for one piece of work. */
export async function withDirectory<T>(port: IndexedDbPort | undefined, work: (db: DirectoryDatabase) => PromiseLike<T>): Promise<T> {
  const db = directoryDatabase(port)
  try {
    return await work(db)
  } finally {
    db.close()
  }
}
