import { createHash, randomBytes } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Instant } from '../../domain/time'
import type { Database } from '../database/schema'

/** The id of the device under which a commune's imports are logged. There is one for each commune, and its id is derived from the commune's code. */
export function importDeviceId(commune: string): string {
  const hex = createHash('sha256').update(`import:${commune}`).digest('hex')
  // RFC 9562 version 8: a UUID with our own content.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/**
 * Creates the import device if there is none, and locks its row.
 * @returns its highest counter
 */
export async function lockImportDevice(tx: Transaction<Database>, commune: string, userId: string, at: Instant): Promise<number> {
  const id = importDeviceId(commune)
  // Nobody knows its secret, so no envelope can be made in its name.
  const row = { commune, id, user_id: userId, label: 'import', secret: randomBytes(32), enrolled_at: at, revoked_at: at, last_seen_at: null }
  await tx.insertInto('device').values(row).onConflict((c) => c.columns(['commune', 'id']).doNothing()).execute()
  const device = await tx.selectFrom('device').select('last_counter').where('commune', '=', commune).where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
  return device.last_counter
}
