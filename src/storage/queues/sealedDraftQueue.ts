import { toBase64url } from '../../protocol/base64url'
import type { SealedDraft } from '../../protocol/sealing/sealedDrafts'
import type { AccountDatabase, SealedDraftRow } from '../disk/accountDatabase'
import { abandonedIn } from '../disk/abandonedIn'
import { unsentDrafts, withStore } from '../disk/accountStore'
import type { IndexedDbPort } from '../disk/databaseOptions'
import { withAccounts } from '../disk/directoryDatabase'

/** Sealed drafts to be sent to the server. Needs no key. */
export interface SealedDraftQueue {
  drafts(limit: number): Promise<readonly SealedDraft[]>
  /** The server has received these copies. A draft changed since then stays, to be sent again. */
  dropReceived(received: readonly SealedDraft[]): Promise<void>
  /** As in `SealedQueue`. */
  setAsideUnreadable?(unreadable: readonly SealedDraft[]): Promise<void>
}

/** The sealed drafts, of all accounts on this device, that nobody continues here: of a forgotten book, a revoked device or a former id of this phone (S42). */
export function openSealedDrafts(port?: IndexedDbPort): SealedDraftQueue & { all(): Promise<readonly SealedDraft[]> } {
  const read = async (work: (db: AccountDatabase) => Promise<readonly SealedDraftRow[]>): Promise<readonly SealedDraft[]> => {
    const rows = await withAccounts(port, (userId) => withStore(userId, port, work))
    return rows.flat().map(({ device, commune, record, blob }) => ({ device, commune, record, sealed: toBase64url(blob) }))
  }
  return {
    drafts: async (limit) => (await read(dueIn)).slice(0, limit),
    /** All unsent sealed drafts, also those still being worked on: for a rescue file. */
    all: () => read((db) => unsentDrafts(db).toArray()),
    dropReceived: async (received) => {
      await withAccounts(port, (userId) => withStore(userId, port, (db) => takeReceived(db, received)))
    },
  }
}

async function dueIn(db: AccountDatabase): Promise<readonly SealedDraftRow[]> {
  const isAbandoned = await abandonedIn(db)
  return (await unsentDrafts(db).toArray()).filter(isAbandoned)
}

/** If the book is still here, its row stays and is marked as received. Otherwise the row is deleted. */
async function takeReceived(db: AccountDatabase, received: readonly SealedDraft[]): Promise<void> {
  await db.transaction('rw', db.sealedDrafts, db.devices, async () => {
    for (const { device, record, sealed } of received) {
      const row = await db.sealedDrafts.get([device, record])
      if (!row || toBase64url(row.blob) !== sealed) continue
      if (await db.devices.get(device)) await db.sealedDrafts.put({ ...row, isReceived: 1 })
      else await db.sealedDrafts.delete([device, record])
    }
  })
}
