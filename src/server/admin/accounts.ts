import type { Area } from '../../domain/access'
import type { User } from '../../protocol/api'
import { areasOf } from '../accounts/areas'
import type { Db } from '../database/connect'

const columns = ['id', 'username', 'name', 'role', 'disabled', 'last_seen_at'] as const

/** The accounts with an area in a commune, by user name. */
export async function listAccounts(db: Db, commune: string): Promise<User[]> {
  const rows = await db.selectFrom('app_user').select(columns)
    .where('id', 'in', (q) => q.selectFrom('user_commune').select('user_id').where('commune', '=', commune))
    .orderBy('username').execute()
  return withAreas(db, rows)
}

export async function findAccount(db: Db, id: string): Promise<User | undefined> {
  const rows = await db.selectFrom('app_user').select(columns).where('id', '=', id).execute()
  return (await withAreas(db, rows))[0]
}

/** Whether every hamlet in the areas exists in its commune. */
export async function haveHamlets(db: Db, areas: readonly Area[]): Promise<boolean> {
  for (const { commune, hamlets } of areas) {
    const wanted = [...new Set(hamlets ?? [])]
    if (wanted.length === 0) continue
    const found = await db.selectFrom('hamlet').select('id').where('commune', '=', commune).where('id', 'in', wanted).execute()
    if (found.length !== wanted.length) return false
  }
  return true
}

type Row = Omit<User, 'areas' | 'lastSeenAt'> & { readonly last_seen_at: string | null }

async function withAreas(db: Db, rows: readonly Row[]): Promise<User[]> {
  const areas = await areasOf(db, rows.map(({ id }) => id))
  return rows.map(({ last_seen_at: lastSeenAt, ...user }) => ({
    ...user, lastSeenAt,
    areas: (areas.get(user.id) ?? []).map(({ commune, hamlets }) => ({ commune, hamlets: hamlets && [...hamlets] })),
  }))
}
