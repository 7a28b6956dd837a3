import type { BookLocks } from '../bookLocks'
import type { AccountDatabase } from './accountDatabase'
import { hasStore, sealedIn, spoiltIn, withStore } from './accountStore'
import type { IndexedDbPort } from './databaseOptions'
import type { DirectoryDatabase } from './directoryDatabase'
import { notedRecords, notesId } from './stateRows'
import type { Losses } from '../vaultTypes'

/* Forgetting an account. Rarely needed, so this part of the app is loaded on demand. */

/** Deletes records, drafts, queue, keys and spoilt photos. The sealed queue, drafts and photos stay until they are handed in (S29, S42, S44). */
export async function forgetAccount(directory: DirectoryDatabase, userId: string, port: IndexedDbPort | undefined): Promise<void> {
  // Keys first: if the app is killed in between, the data left cannot be read. The other way round, keys to data that should be gone would be left.
  await directory.accounts.update(userId, { passphrase: null, passkey: null })
  await withStore(userId, port, forgetReadable)
  await sweepForgotten(directory, port)
}

/** Deletes everything encrypted with the book's key, spoilt sealed photos, and sealed drafts the server has. */
export async function forgetReadable(db: AccountDatabase): Promise<void> {
  await db.transaction('rw', [...readable(db), db.sealedDrafts, db.sealedPhotos, db.sealedBytes], async () => {
    const spoilt = [...(await spoiltIn(db))]
    await Promise.all([db.sealedPhotos.bulkDelete(spoilt), db.sealedBytes.bulkDelete(spoilt)])
    await Promise.all(readable(db).map((table) => table.clear()))
    await db.sealedDrafts.filter(({ isReceived }) => isReceived === 1).delete()
  })
}

/** What forgetting an account would lose that exists nowhere else. */
export function lossesOf(userId: string, port: IndexedDbPort | undefined): Promise<Losses> {
  return withStore(userId, port, lossesIn)
}

/** The same for an open store; may run inside a transaction. */
export async function lossesIn(db: AccountDatabase): Promise<Losses> {
  const sealed = new Set((await db.sealedDrafts.toCollection().primaryKeys()).map(([, record]) => record))
  const drafts = (await db.drafts.toCollection().primaryKeys()).filter((id) => !sealed.has(id)).length
  const photos = await db.photos.filter(({ sealed, isSpoilt }) => sealed === undefined || isSpoilt === true).count()
  const troubled = await db.outbox.filter(({ state }) => state === 'held' || state === 'refused').count()
  const noted = [...(await notedRecords(db))].filter((record) => !sealed.has(notesId(record)))
  const untaken = (await db.devices.toArray()).reduce((sum, device) => sum + device.untaken, 0)
  return { drafts, photos, troubled, notes: noted.length, untaken }
}

/** All tables except those of the sealed queue, drafts and photos. */
export const readable = (db: AccountDatabase) => [db.records, db.cards, db.drafts, db.outbox, db.kept, db.photos, db.photoBytes, db.state, db.counters, db.devices]

/**
 * Removes forgotten accounts that have nothing sealed left. First finishes a forgetting that was interrupted: what is sealed would otherwise never be
 * sent.
 * @param locks absent = an interrupted forgetting is left as it is, as another tab may be creating the account's next book
 */
export async function sweepForgotten(directory: DirectoryDatabase, port: IndexedDbPort | undefined, locks?: BookLocks): Promise<void> {
  for (const { userId } of await directory.accounts.filter(({ passphrase }) => passphrase === null).toArray()) {
    await locks?.ifClosed(userId, () => endForgetting(directory, userId, port))
    if (await withStore(userId, port, async (db) => Object.values(await sealedIn(db)).some((count) => count > 0))) continue
    await directory.accounts.delete(userId)
    await withStore(userId, port, (db) => db.delete())
  }
}

async function endForgetting(directory: DirectoryDatabase, userId: string, port: IndexedDbPort | undefined): Promise<void> {
  if ((await directory.accounts.get(userId))?.passphrase !== null || !(await hasStore(userId, port))) return
  await withStore(userId, port, forgetReadable)
}
