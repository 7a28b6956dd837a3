import type { Role } from '../../domain/access'
import type { Me } from '../../protocol/api'
import type { Db } from '../database/connect'
import { areasOf } from './areas'
import { communeName } from './communeName'

/** What the app of a signed-in person needs to know of the account. */
export async function describeMe(db: Db, user: { id: string; username: string; name: string; role: Role }, csrf: string): Promise<Me> {
  const { id, username, name, role } = user
  const areas = ((await areasOf(db, [id])).get(id) ?? []).map(({ commune, hamlets }) => ({ commune, hamlets: hamlets && [...hamlets] }))
  const communes = areas.map(({ commune }) => ({ code: commune, name: communeName(commune) }))
  return { id, username, name, role, areas, communes, csrf }
}
