import type { Db } from './connect'

const ROW = 'this'

/** Creates the only row of the table if there is none. Safe to repeat. */
export async function ensureInstance(db: Db, epoch: string, at: string): Promise<void> {
  await db.insertInto('instance').values({ id: ROW, epoch, created_at: at }).onConflict((c) => c.column('id').doNothing()).execute()
}

/** The current epoch. A replica whose cursor has another epoch starts again (S6). */
export async function getEpoch(db: Db): Promise<string> {
  return (await db.selectFrom('instance').select('epoch').where('id', '=', ROW).executeTakeFirstOrThrow()).epoch
}

/** Call after a restore from a backup: the devices' cursors then no longer count. */
export async function renewEpoch(db: Db, epoch: string): Promise<void> {
  await db.updateTable('instance').set({ epoch }).where('id', '=', ROW).execute()
}
