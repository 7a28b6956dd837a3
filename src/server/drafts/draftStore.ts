import type { RescuedName, SealedDraft } from '../../protocol/sealing/sealedDrafts'
import type { Db } from '../database/connect'
import type { RescuedDraftTable } from '../database/registerTables'
import { inHamlets } from '../store/inHamlets'
import type { Author } from '../sync/author'
import { readableHamlets } from '../sync/pulling/scope'

/** The most drafts that wait for one author in one commune: more than anybody works on at once. */
const MOST = 500

/**
 * Keeps a draft for its author. Of one device and record only the newest is kept. A repeated or late copy of a draft that was given back changes
 * nothing.
 * @returns
 * - `kept`: stored
 * - `known`: this draft or a newer one is stored already, or was given back
 * - `full`: not stored, because too many drafts wait for this author
 */
export async function keepDraft(db: Db, row: RescuedDraftTable): Promise<'kept' | 'known' | 'full'> {
  const { commune, user_id, device, record, ...content } = row
  const known = await named(db, { commune, author: user_id }, { device, record }).select(['saved_at', 'sealed']).executeTakeFirst()
  if (known && known.saved_at >= row.saved_at) return 'known'
  if (!known?.sealed && (await hasMost(db, { commune, author: user_id }))) return 'full'
  await db.insertInto('rescued_draft').values(row)
    .onConflict((conflict) => conflict.columns(['commune', 'user_id', 'device', 'record']).doUpdateSet(content).where('rescued_draft.saved_at', '<', row.saved_at)).execute()
  return 'kept'
}

async function hasMost(db: Db, of: Of): Promise<boolean> {
  const { count } = await ofAuthor(db, of).select((e) => e.fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
  return Number(count) >= MOST
}

/** Counts the author's drafts in hamlets they can still read. */
export async function countDrafts(db: Db, commune: string, author: Author): Promise<number> {
  const { count } = await inReach(db, commune, author).select((e) => e.fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
  return Number(count)
}

/** The author's drafts in hamlets they can still read. The others wait until the author has their hamlet again. */
export async function listDrafts(db: Db, commune: string, author: Author): Promise<readonly RescuedName[]> {
  const rows = await inReach(db, commune, author).select(['device', 'record', 'saved_at']).orderBy('saved_at').orderBy('device').orderBy('record').execute()
  return rows.map(({ device, record, saved_at: savedAt }) => ({ device, record, savedAt }))
}

/** Finds a draft of the author in a hamlet they can still read. */
export async function findSealed(db: Db, commune: string, author: Author, { device, record }: Pick<RescuedName, 'device' | 'record'>): Promise<SealedDraft | undefined> {
  const row = await inReach(db, commune, author).select('sealed').where('device', '=', device).where('record', '=', record).executeTakeFirst()
  return row?.sealed ? { commune, device, record, sealed: row.sealed } : undefined
}

/** Drops a draft that is now in a book of its author. A newer copy that arrived in the meantime still waits. Idempotent. */
export async function forgetDraft(db: Db, commune: string, author: Author, { device, record, savedAt }: RescuedName): Promise<void> {
  await db.updateTable('rescued_draft').set({ sealed: null }).where('commune', '=', commune).where('user_id', '=', author.id)
    .where('device', '=', device).where('record', '=', record).where('saved_at', '<=', savedAt).execute()
}

interface Of {
  readonly commune: string
  readonly author: string
}

const ofAuthor = (db: Db, { commune, author }: Of) =>
  db.selectFrom('rescued_draft').where('commune', '=', commune).where('user_id', '=', author).where('sealed', 'is not', null)

const named = (db: Db, { commune, author }: Of, { device, record }: Pick<RescuedName, 'device' | 'record'>) =>
  db.selectFrom('rescued_draft').where('commune', '=', commune).where('user_id', '=', author).where('device', '=', device).where('record', '=', record)

function inReach(db: Db, commune: string, author: Author) {
  return ofAuthor(db, { commune, author: author.id }).where(inHamlets(readableHamlets(author, commune)))
}
