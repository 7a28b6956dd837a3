import { accountDatabase, type AccountDatabase, type SealedPhotoRow } from './accountDatabase'
import type { BookLocks } from '../bookLocks'
import type { IndexedDbPort } from './databaseOptions'
import type { AccountRow, DirectoryDatabase } from './directoryDatabase'
import { MARK } from './places'
import { notedRecords } from './stateRows'
import { tryState, triesLeft } from '../keys/tries'
import type { Losses, VaultInfo } from '../vaultTypes'

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

/** Records, drafts, queue and keys go, and photos nobody can read; the sealed queue, drafts and photos stay until they are handed in (protocol rules 29, 42, 44). */
export async function forgetAccount(directory: DirectoryDatabase, userId: string, port: IndexedDbPort | undefined): Promise<void> {
  // Keys first: a kill in between leaves data nobody can read, never keys to data that was to be forgotten.
  await directory.accounts.update(userId, { passphrase: null, passkey: null })
  await withStore(userId, port, forgetReadable)
  await sweepForgotten(directory, port)
}

/** All that lies under the key of a book. */
export async function forgetReadable(db: AccountDatabase): Promise<void> {
  await db.transaction('rw', [...readable(db), db.sealedDrafts, db.sealedPhotos, db.sealedBytes], async () => {
    const spoilt = [...(await spoiltIn(db))]
    await Promise.all([db.sealedPhotos.bulkDelete(spoilt), db.sealedBytes.bulkDelete(spoilt)])
    await Promise.all(readable(db).map((table) => table.clear()))
    await db.sealedDrafts.filter(({ isReceived }) => isReceived === 1).delete()
  })
}

/** What `forgetAccount` takes that is nowhere else. */
export function lossesOf(userId: string, port: IndexedDbPort | undefined): Promise<Losses> {
  return withStore(userId, port, lossesIn)
}

/** The same of a store that is open, also inside a transaction. */
export async function lossesIn(db: AccountDatabase): Promise<Losses> {
  const sealed = new Set((await db.sealedDrafts.toCollection().primaryKeys()).map(([, record]) => record))
  const drafts = (await db.drafts.toCollection().primaryKeys()).filter((id) => !sealed.has(id)).length
  const photos = await db.photos.filter(({ sealed, isSpoilt }) => sealed === undefined || isSpoilt === true).count()
  const troubled = await db.outbox.filter(({ state }) => state === 'held' || state === 'refused').count()
  const noted = await notedRecords(db)
  const untaken = (await db.devices.toArray()).reduce((sum, device) => sum + device.untaken, 0)
  return { drafts, photos, troubled, notes: noted.size, untaken }
}

/** What still waits sealed. */
export async function sealedIn(db: AccountDatabase): Promise<Pick<VaultInfo, 'sealedCount' | 'sealedDrafts' | 'sealedPhotos'>> {
  return { sealedCount: await db.sealed.count(), sealedDrafts: await unsentDrafts(db).count(), sealedPhotos: (await unsentPhotos(db)).length }
}

/** Sealed photos, but for those that are known to be spoilt. */
export async function unsentPhotos(db: AccountDatabase): Promise<readonly SealedPhotoRow[]> {
  const spoilt = await spoiltIn(db)
  return db.sealedPhotos.filter(({ id }) => !spoilt.has(id)).toArray()
}

async function spoiltIn(db: AccountDatabase): Promise<ReadonlySet<string>> {
  const photos = await db.photos.filter(({ isSpoilt }) => isSpoilt === true).toArray()
  return new Set(photos.flatMap(({ sealed }) => sealed ?? []))
}

/** Tells of a device whether nobody goes on under it here: of a book that was forgotten, revoked, or an id this phone is no more. */
export async function abandonedIn(db: AccountDatabase): Promise<(of: { readonly device: string }) => boolean> {
  const counting = new Set((await db.devices.toArray()).flatMap(({ device, isRevoked }) => (isRevoked === 1 ? [] : [device])))
  return ({ device }) => !counting.has(device)
}

/** Drafts that lie sealed here and not at the server. */
export const unsentDrafts = (db: AccountDatabase) => db.sealedDrafts.filter(({ isReceived }) => isReceived === 0)

/** All but the sealed queue, drafts and photos. */
export const readable = (db: AccountDatabase) => [db.records, db.cards, db.drafts, db.outbox, db.kept, db.photos, db.photoBytes, db.state, db.counters, db.devices]

/**
 * Removes forgotten accounts whose queue is empty by now, and ends the forgetting that a kill cut short: what lies sealed would not go else.
 * @param locks absent = nothing is known of other tabs, one of which may be making the account's next book
 * @returns the accounts that are left
 */
export async function sweepForgotten(directory: DirectoryDatabase, port: IndexedDbPort | undefined, locks?: BookLocks): Promise<readonly AccountRow[]> {
  const rows = await directory.accounts.toArray()
  for (const { userId } of rows.filter(({ passphrase }) => passphrase === null)) await locks?.ifClosed(userId, () => endForgetting(directory, userId, port))
  const kept = await Promise.all(rows.map((row) => row.passphrase !== null || withStore(row.userId, port, async (db) => Object.values(await sealedIn(db)).some((count) => count > 0))))
  const empty = rows.filter((_, at) => !kept[at])
  for (const { userId } of empty) {
    await directory.accounts.delete(userId)
    await withStore(userId, port, (db) => db.delete())
  }
  return rows.filter((_, at) => kept[at])
}

async function endForgetting(directory: DirectoryDatabase, userId: string, port: IndexedDbPort | undefined): Promise<void> {
  if ((await directory.accounts.get(userId))?.passphrase !== null || !(await hasStore(userId, port))) return
  await withStore(userId, port, forgetReadable)
}

/** False when the browser erased the database of an account it still knows: then only a new enrolment helps. */
export async function hasStore(userId: string, port: IndexedDbPort | undefined): Promise<boolean> {
  return withStore(userId, port, async (db) => (await db.state.get(MARK)) !== undefined)
}

/** Opens the store of an account for one piece of work that needs no key. */
export async function withStore<T>(userId: string, port: IndexedDbPort | undefined, work: (db: AccountDatabase) => PromiseLike<T>): Promise<T> {
  const db = accountDatabase(userId, port)
  try {
    return await work(db)
  } finally {
    db.close()
  }
}
