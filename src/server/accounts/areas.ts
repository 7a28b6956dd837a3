import { sql } from 'kysely'
import type { Area } from '../../domain/access'
import type { Db } from '../database/connect'

/**
 * A column for queries on `app_user`: the areas of the account, communes and hamlets in ascending order. It is read at the same moment as the other
 * columns. An account without areas has an empty list.
 */
export const areasColumn = sql<readonly Area[]>`coalesce((
  select json_agg(json_build_object('commune', c.commune, 'hamlets', case when not c.whole then coalesce((
    select json_agg(h.hamlet_id order by h.hamlet_id) from user_hamlet h where h.user_id = c.user_id and h.commune = c.commune), '[]') end) order by c.commune)
  from user_commune c where c.user_id = app_user.id), '[]')`.as('areas')

/** The areas of several accounts, by user id. */
export async function areasOf(db: Db, userIds: readonly string[]): Promise<ReadonlyMap<string, readonly Area[]>> {
  if (userIds.length === 0) return new Map()
  const rows = await db.selectFrom('app_user').select(['id', areasColumn]).where('id', 'in', [...userIds]).execute()
  return new Map(rows.map(({ id, areas }) => [id, areas]))
}

/**
 * Call when records left these hamlets. The replicas of accounts that read single hamlets start again at the next pull, and so forget what they may
 * no longer read (S5). Accounts that read the whole commune are not affected.
 */
export async function renewScopes(db: Db, commune: string, hamlets: readonly string[]): Promise<void> {
  if (hamlets.length === 0) return
  const readers = db.selectFrom('user_hamlet').select('user_id').where('commune', '=', commune).where('hamlet_id', 'in', [...hamlets])
  await db.updateTable('app_user').set({ scope_version: sql`scope_version + 1` }).where('id', 'in', readers).execute()
}

/**
 * Replaces an account's areas. Call it inside a transaction.
 * @throws when a hamlet does not exist in its commune (foreign key)
 */
export async function replaceAreas(db: Db, userId: string, areas: readonly Area[]): Promise<void> {
  await db.deleteFrom('user_hamlet').where('user_id', '=', userId).execute()
  await db.deleteFrom('user_commune').where('user_id', '=', userId).execute()
  for (const { commune, hamlets } of areas) {
    await db.insertInto('user_commune').values({ commune, user_id: userId, whole: hamlets === null }).execute()
    if (!hamlets?.length) continue
    const rows = [...new Set(hamlets)].map((hamlet_id) => ({ commune, user_id: userId, hamlet_id }))
    await db.insertInto('user_hamlet').values(rows).execute()
  }
}
