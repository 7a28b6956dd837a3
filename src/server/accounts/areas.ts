import { sql } from 'kysely'
import type { Area } from '../../domain/access'
import type { Db } from '../database/connect'

/** Areas of several accounts at once, by user id, communes in ascending order. An account without areas has an empty list. */
export async function areasOf(db: Db, userIds: readonly string[]): Promise<ReadonlyMap<string, readonly Area[]>> {
  const areas = new Map<string, Area[]>(userIds.map((id) => [id, []]))
  if (userIds.length === 0) return areas
  const communes = await db.selectFrom('user_commune').selectAll().where('user_id', 'in', [...userIds]).orderBy('commune').execute()
  const hamlets = await db.selectFrom('user_hamlet').selectAll().where('user_id', 'in', [...userIds]).orderBy('hamlet_id').execute()
  for (const { commune, user_id, whole } of communes) {
    const named = hamlets.filter((hamlet) => hamlet.user_id === user_id && hamlet.commune === commune)
    areas.get(user_id)?.push({ commune, hamlets: whole ? null : named.map((hamlet) => hamlet.hamlet_id) })
  }
  return areas
}

/**
 * Records left these hamlets: whoever reads single hamlets starts again there at the next pull, and so forgets what is not theirs any
 * more (protocol rule 5). Whoever reads the whole commune keeps all.
 */
export async function renewScopes(db: Db, commune: string, hamlets: readonly string[]): Promise<void> {
  if (hamlets.length === 0) return
  const readers = db.selectFrom('user_hamlet').select('user_id').where('commune', '=', commune).where('hamlet_id', 'in', [...hamlets])
  await db.updateTable('app_user').set({ scope_version: sql`scope_version + 1` }).where('id', 'in', readers).execute()
}

/** Replaces an account's areas. Call inside a transaction. Hamlets must exist in their commune (foreign key). */
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
