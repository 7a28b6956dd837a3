import type Dexie from 'dexie'
import type { Table } from 'dexie'
import type { Envelope } from '../../protocol/messages'
import type { SealedDraft } from '../../protocol/sealing/sealedDrafts'
import { openDexie, type IndexedDbPort } from './databaseOptions'

/** Parameters and ciphertext of one way to open the vault. */
export interface Wrap {
  readonly salt: Uint8Array<ArrayBuffer>
  readonly memoryKib: number
  readonly passes: number
  /** 12-byte nonce, then the master secret encrypted with AES-GCM. */
  readonly wrapped: Uint8Array<ArrayBuffer>
}

/** One account enrolled on this device. Nothing here is encrypted: anybody who has the device can read it. */
export interface AccountRow {
  readonly userId: string
  readonly username: string
  /** `null` after `forget`: only the sealed queue is left. */
  readonly passphrase: Wrap | null
  readonly passkey: (Wrap & { readonly credentialId: string; readonly prfSalt: Uint8Array<ArrayBuffer> }) | null
  /** Failed tries since the last success, including one in progress. */
  readonly tries: number
  /** Epoch ms of the last try; `waitMs` is how long the next one must wait after it. */
  readonly triedAt: number
  readonly waitMs: number
  readonly usedAt: number
}

/** An envelope carried for another device. `refused` = the server could not read it. */
export interface CarriedRow extends Envelope { readonly refused: 0 | 1 }

/** The same for a sealed draft. There may be several copies of one draft, from different days. */
export interface CarriedDraftRow extends SealedDraft { readonly refused: 0 | 1 }

/** A book erased because its device was revoked; shown until somebody enrols on this phone. */
export interface ErasedRow { readonly userId: string; readonly username: string }

/** Body bytes sent and received without a key, in a month (`YYYY-MM`). */
export interface ClosedUseRow { readonly month: string; readonly up: number; readonly down: number }

export type DirectoryDatabase = Dexie & {
  readonly accounts: Table<AccountRow, string>
  readonly carried: Table<CarriedRow, [string, number]>
  readonly carriedDrafts: Table<CarriedDraftRow, [string, string, string]>
  readonly erased: Table<ErasedRow, string>
  readonly closedUse: Table<ClosedUseRow, string>
}

/** The database of the device as a whole: who is enrolled on it, and what it carries for other devices. Nothing in it needs a key. */
export function directoryDatabase(port?: IndexedDbPort): DirectoryDatabase {
  const db = openDexie('sothon', port)
  db.version(1).stores({ accounts: 'userId' })
  db.version(2).stores({ carried: '[device+counter], refused' })
  db.version(3).stores({ erased: 'userId' })
  db.version(4).stores({ closedUse: 'month' })
  db.version(5).stores({ carriedDrafts: '[device+record+sealed], refused' })
  return db as DirectoryDatabase
}

/** Runs `work` for each account that left anything on this device, one after the other. */
export async function withAccounts<T>(port: IndexedDbPort | undefined, work: (userId: string) => Promise<T>): Promise<readonly T[]> {
  const done: T[] = []
  for (const userId of await withDirectory(port, (directory) => directory.accounts.toCollection().primaryKeys())) done.push(await work(userId))
  return done
}

/** Opens the directory for one task and closes it again. */
export async function withDirectory<T>(port: IndexedDbPort | undefined, work: (db: DirectoryDatabase) => PromiseLike<T>): Promise<T> {
  const db = directoryDatabase(port)
  try {
    return await work(db)
  } finally {
    db.close()
  }
}
