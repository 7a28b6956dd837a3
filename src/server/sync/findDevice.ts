import type { Db } from '../database/connect'
import { importDeviceId } from './importDevice'

export interface KnownDevice {
  readonly userId: string
  readonly isRevoked: boolean
  /** Highest operation counter judged. */
  readonly lastCounter: number
  /** Sealed with the server's secret. */
  readonly sealedSecret: Buffer
}

/** A device somebody holds; the one that stands for imports is nobody's. */
export async function findDevice(db: Db, commune: string, id: string): Promise<KnownDevice | undefined> {
  const row = await db.selectFrom('device').selectAll().where('commune', '=', commune).where('id', '=', id).executeTakeFirst()
  if (!row || row.id === importDeviceId(commune)) return undefined
  return { userId: row.user_id, isRevoked: row.revoked_at !== null, lastCounter: row.last_counter, sealedSecret: row.secret }
}
