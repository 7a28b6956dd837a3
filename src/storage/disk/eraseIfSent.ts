import { sealedIn, withStore } from './accountStore'
import type { IndexedDbPort } from './databaseOptions'
import type { DirectoryDatabase } from './directoryDatabase'
import { forgetAccount, lossesIn, readable } from './forgetting'

/**
 * Erases the book of a revoked device if nothing in it is unsent, sealed or not (S40). No tab may have it open.
 * @returns false = something is unsent, so nothing was erased
 */
export async function eraseIfSent(directory: DirectoryDatabase, userId: string, port: IndexedDbPort | undefined): Promise<boolean> {
  const isSent = await withStore(userId, port, (db) =>
    db.transaction('rw', db.tables, async () => {
      const unsent = [...Object.values(await sealedIn(db)), ...Object.values(await lossesIn(db))]
      if (unsent.some((count) => count > 0)) return false
      // Devices are kept until the keys are gone: if the app is killed before that, the book asks for its standing again and is erased then.
      await Promise.all(readable(db).filter((table) => table !== db.devices).map((table) => table.clear()))
      return true
    }))
  if (!isSent) return false
  const account = await directory.accounts.get(userId)
  if (account) await directory.erased.put({ userId, username: account.username })
  await forgetAccount(directory, userId, port)
  return true
}
