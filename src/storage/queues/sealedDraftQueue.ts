import { toBase64url } from '../../protocol/base64url'
import type { SealedDraft } from '../../protocol/sealing/sealedDrafts'
import type { AccountDatabase, SealedDraftRow } from '../disk/accountDatabase'
import { abandonedIn } from '../disk/abandonedIn'
import { unsentDrafts, withStore } from '../disk/accountStore'
import type { IndexedDbPort } from '../disk/databaseOptions'
import { withAccounts } from '../disk/directoryDatabase'

/** Sealed drafts on their way to the server. Needs no key. */
export interface SealedDraftQueue {
  drafts(limit: number): Promise<readonly SealedDraft[]>
  /** The server has them as they are given here; what was typed meanwhile is to go again. */
  dropReceived(received: readonly SealedDraft[]): Promise<void>
  /** As for envelopes. */
  setAsideUnreadable?(unreadable: readonly SealedDraft[]): Promise<void>
}

/**
 * The sealed drafts of all accounts of this device that nobody goes on with here: of a book that was forgotten, of a revoked device, or of
 * an id this phone is no more (protocol rule 42).
 */
export function openSealedDrafts(port?: IndexedDbPort): SealedDraftQueue & { all(): Promise<readonly SealedDraft[]> } {
  const read = async (work: (db: AccountDatabase) => Promise<readonly SealedDraftRow[]>): Promise<readonly SealedDraft[]> => {
    const rows = await withAccounts(port, (userId) => withStore(userId, port, work))
    return rows.flat().map(({ device, commune, record, blob }) => ({ device, commune, record, sealed: toBase64url(blob) }))
  }
  return {
    drafts: async (limit) => (await read(dueIn)).slice(0, limit),
    /** Those of open work too: what a rescue file holds. */
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

/** Of a book that is still here it is kept that the server has it; else nothing is left to say. */
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
