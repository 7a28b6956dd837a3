import type { Transaction } from 'kysely'
import type { Database } from '../database/schema'

export interface LockedDevice {
  /** Highest counter judged. */
  readonly last: number
  /** The register's epoch when it last sent; `null` = it never was another. */
  readonly epoch: string | null
}

/**
 * Takes the device's row: of one device, one batch at a time. Always the first lock of a transaction.
 * @returns `undefined` when the commune does not know the device
 */
export async function lockDevice(tx: Transaction<Database>, commune: string, device: string): Promise<LockedDevice | undefined> {
  return tx
    .selectFrom('device')
    .select(['last_counter as last', 'epoch'])
    .where('commune', '=', commune)
    .where('id', '=', device)
    .forUpdate()
    .executeTakeFirst()
}
