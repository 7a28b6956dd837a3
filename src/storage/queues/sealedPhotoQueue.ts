import { toBase64url } from '../../protocol/base64url'
import { partsFrom } from '../../protocol/sealing/photoSeal'
import type { SealedPhotoHead } from '../../protocol/sealing/sealedPhotos'
import { tellTabs } from '../book/tabChannel'
import type { AccountDatabase, SealedPhotoRow } from '../disk/accountDatabase'
import { abandonedIn } from '../disk/abandonedIn'
import { unsentPhotos, withStore } from '../disk/accountStore'
import type { IndexedDbPort } from '../disk/databaseOptions'
import { withAccounts } from '../disk/directoryDatabase'

/** Sealed photos to be sent to the server. Needs no key. */
export interface SealedPhotoQueue {
  photos(): Promise<readonly SealedPhotoHead[]>
  /** At most `most` parts, from the one that contains offset `at`; none = the photo is no longer here. */
  parts(photo: SealedPhotoHead, at: number, most: number): Promise<readonly string[]>
  /** The server has it whole: deletes it here. */
  dropReceived(photo: SealedPhotoHead): Promise<void>
}

/**
 * The sealed photos, of all accounts on this device, that go to the server without their book, as sealed drafts do (S44).
 * @param mayGo whether the photos of an account may be sent over the present line
 */
export function openSealedPhotos(mayGo: (userId: string) => boolean, port?: IndexedDbPort): SealedPhotoQueue {
  return {
    photos: async () => (await withAccounts(port, async (userId) => (mayGo(userId) ? withStore(userId, port, dueIn) : []))).flat().map(headOf),
    parts: async (photo, at, most) => {
      const found = await withAccounts(port, (userId) => withStore(userId, port, async (db) => {
        const row = await findRow(db, photo)
        const bytes = row && (await db.sealedBytes.get(row.id))
        return bytes ? partsFrom(bytes.blob, at, most).map(toBase64url) : []
      }))
      return found.find((parts) => parts.length > 0) ?? []
    },
    dropReceived: async (photo) => {
      await withAccounts(port, async (userId) => {
        // An open book of the account still shows the photo as waiting.
        if (await withStore(userId, port, (db) => drop(db, photo))) tellTabs(userId)
      })
    },
  }
}

const headOf = ({ device, commune, record, hash, size, key }: SealedPhotoRow): SealedPhotoHead => ({ device, commune, record, hash, size, key: toBase64url(key) })

/** Without the photos of a book still in use: it sends them itself. */
async function dueIn(db: AccountDatabase): Promise<readonly SealedPhotoRow[]> {
  const isAbandoned = await abandonedIn(db)
  return (await unsentPhotos(db)).filter(isAbandoned)
}

const findRow = (db: AccountDatabase, { device, record, hash }: SealedPhotoHead): Promise<SealedPhotoRow | undefined> =>
  db.sealedPhotos.filter((row) => row.device === device && row.record === record && row.hash === hash).first()

/** @returns whether it was here */
async function drop(db: AccountDatabase, photo: SealedPhotoHead): Promise<boolean> {
  return db.transaction('rw', db.photos, db.sealedPhotos, db.sealedBytes, async () => {
    const row = await findRow(db, photo)
    if (!row) return false
    await db.sealedPhotos.delete(row.id)
    await db.sealedBytes.delete(row.id)
    // The photo may belong to a revoked book that is still here.
    await db.photos.where('[record+hash]').equals([row.record, row.hash]).filter(({ sealed }) => sealed === row.id).delete()
    return true
  })
}
