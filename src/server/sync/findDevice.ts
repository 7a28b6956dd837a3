import type { Db } from '../database/connect'
import { importDeviceId } from './importDevice'

export interface KnownDevice {
  readonly userId: string
  readonly isRevoked: boolean
  /** The highest operation counter that was judged. */
  readonly lastCounter: number
  /** Sealed with the server's secret. */
  readonly sealedSecret: Buffer
}

/** Finds a device of a user, also a revoked one. The import device belongs to nobody and is not found. */
export async function findDevice(db: Db, commune: string, id: string): Promise<KnownDevice | undefined> {
  const row = await db.selectFrom('device').selectAll().where('commune', '=', commune).where('id', '=', id).executeTakeFirst()
  if (!row || row.id === importDeviceId(commune)) return undefined
  return { userId: row.user_id, isRevoked: row.revoked_at !== null, lastCounter: row.last_counter, sealedSecret: row.secret }
}
