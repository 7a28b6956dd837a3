import { accountDatabase, type AccountDatabase, type SealedPhotoRow } from './accountDatabase'
import type { IndexedDbPort } from './databaseOptions'
import type { AccountRow } from './directoryDatabase'
import { MARK } from './places'
import { StorageError } from '../storageFailure'
import { tryState, triesLeft } from '../keys/tries'
import type { VaultInfo } from '../vaultTypes'

/** What the lock screen may know of an account. */
export async function infoOf(row: AccountRow, now: number, port: IndexedDbPort | undefined): Promise<VaultInfo> {
  const state = tryState(row, now)
  return {
    userId: row.userId,
    username: row.username,
    state: state.kind === 'open' ? 'ready' : state.kind,
    waitUntil: state.kind === 'waiting' ? state.waitUntil : null,
    triesLeft: triesLeft(row),
    hasPasskey: row.passkey !== null,
    ...(await withStore(row.userId, port, async (db) => ({ ...(await sealedIn(db)), isRevoked: (await db.devices.toArray()).some(({ isRevoked }) => isRevoked === 1) }))),
  }
}

/** @throws StorageError `storageLost` when the browser no longer has that part of the app */
export const loadForgetting = () => import('./forgetting').catch(() => {
  throw new StorageError({ kind: 'storageLost' })
})

/** Counts of what is sealed and not yet at the server. */
export async function sealedIn(db: AccountDatabase): Promise<Pick<VaultInfo, 'sealedCount' | 'sealedDrafts' | 'sealedPhotos'>> {
  return { sealedCount: await db.sealed.count(), sealedDrafts: await unsentDrafts(db).count(), sealedPhotos: (await unsentPhotos(db)).length }
}

/** Sealed photos, without those known to be spoilt. */
export async function unsentPhotos(db: AccountDatabase): Promise<readonly SealedPhotoRow[]> {
  const spoilt = await spoiltIn(db)
  return db.sealedPhotos.filter(({ id }) => !spoilt.has(id)).toArray()
}

/** Ids of the sealed photos known to be spoilt. */
export async function spoiltIn(db: AccountDatabase): Promise<ReadonlySet<string>> {
  const photos = await db.photos.filter(({ isSpoilt }) => isSpoilt === true).toArray()
  return new Set(photos.flatMap(({ sealed }) => sealed ?? []))
}

/** Sealed drafts the server does not have as they are here. */
export const unsentDrafts = (db: AccountDatabase) => db.sealedDrafts.filter(({ isReceived }) => isReceived === 0)

/** False if the browser erased the database of an account that is still listed: then only enrolling again helps. */
export async function hasStore(userId: string, port: IndexedDbPort | undefined): Promise<boolean> {
  return withStore(userId, port, async (db) => (await db.state.get(MARK)) !== undefined)
}

/** Opens the store of an account for one task that needs no key, and closes it again. */
export async function withStore<T>(userId: string, port: IndexedDbPort | undefined, work: (db: AccountDatabase) => PromiseLike<T>): Promise<T> {
  const db = accountDatabase(userId, port)
  try {
    return await work(db)
  } finally {
    db.close()
  }
}
