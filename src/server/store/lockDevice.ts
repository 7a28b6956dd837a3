import type { Transaction } from 'kysely'
import type { Database } from '../database/schema'

interface LockedDevice {
  /** The highest counter that was judged. */
  readonly last: number
  /** The register's, see `ApplyContext`. It is read here so that no batch needs another query for it. */
  readonly floor: number
}

/**
 * Locks the device's row, so that batches of one device are judged one after the other. It is always the first lock of a transaction.
 * @returns `undefined` if the commune does not know the device
 */
export async function lockDevice(tx: Transaction<Database>, commune: string, device: string): Promise<LockedDevice | undefined> {
  return tx
    .selectFrom('device')
    .select(['last_counter as last', ({ selectFrom }) => selectFrom('instance').select('version_floor').$asScalar().$notNull().as('floor')])
    .where('commune', '=', commune)
    .where('id', '=', device)
    .forUpdate()
    .executeTakeFirst()
}
