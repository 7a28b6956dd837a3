import type { Db } from './connect'

const ROW = 'this'

/** Makes the one row of this register's life when it is not there yet. Safe to repeat. */
export async function ensureInstance(db: Db, epoch: string, at: string): Promise<void> {
  await db.insertInto('instance').values({ id: ROW, epoch, created_at: at }).onConflict((c) => c.column('id').doNothing()).execute()
}

/** The epoch that cursors carry; devices whose cursor names another start afresh (protocol rule 6). */
export async function getEpoch(db: Db): Promise<string> {
  return (await db.selectFrom('instance').select('epoch').where('id', '=', ROW).executeTakeFirstOrThrow()).epoch
}

/** After a restore from backup: what devices remember of the lost future no longer counts. */
export async function renewEpoch(db: Db, epoch: string): Promise<void> {
  await db.updateTable('instance').set({ epoch }).where('id', '=', ROW).execute()
}
