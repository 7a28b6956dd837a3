import type { BookLocks } from '../bookLocks'
import type { AccountDatabase } from './accountDatabase'
import { hasStore, sealedIn, spoiltIn, withStore } from './accountStore'
import type { IndexedDbPort } from './databaseOptions'
import type { DirectoryDatabase } from './directoryDatabase'
import { notedRecords, notesId } from './stateRows'
import type { Losses } from '../vaultTypes'

/* What becomes of an account that is forgotten. Hardly any visit needs it: it is fetched then. */

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

/** What forgetting an account takes that is nowhere else. */
export function lossesOf(userId: string, port: IndexedDbPort | undefined): Promise<Losses> {
  return withStore(userId, port, lossesIn)
}

/** The same of a store that is open, also inside a transaction. */
export async function lossesIn(db: AccountDatabase): Promise<Losses> {
  const sealed = new Set((await db.sealedDrafts.toCollection().primaryKeys()).map(([, record]) => record))
  const drafts = (await db.drafts.toCollection().primaryKeys()).filter((id) => !sealed.has(id)).length
  const photos = await db.photos.filter(({ sealed, isSpoilt }) => sealed === undefined || isSpoilt === true).count()
  const troubled = await db.outbox.filter(({ state }) => state === 'held' || state === 'refused').count()
  const noted = [...(await notedRecords(db))].filter((record) => !sealed.has(notesId(record)))
  const untaken = (await db.devices.toArray()).reduce((sum, device) => sum + device.untaken, 0)
  return { drafts, photos, troubled, notes: noted.length, untaken }
}

/** All but the sealed queue, drafts and photos. */
export const readable = (db: AccountDatabase) => [db.records, db.cards, db.drafts, db.outbox, db.kept, db.photos, db.photoBytes, db.state, db.counters, db.devices]

/**
 * Removes forgotten accounts whose queue is empty by now, and ends the forgetting that a kill cut short: what lies sealed would not go else.
 * @param locks absent = nothing is known of other tabs, one of which may be making the account's next book
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
