import type { Transaction } from 'kysely'
import type { Database } from '../database/schema'

/**
 * Locks the device's row, so that batches of one device are judged one after the other. It is always the first lock of a transaction.
 * @returns the highest counter that was judged; `undefined` if the commune does not know the device
 */
export async function lockDevice(tx: Transaction<Database>, commune: string, device: string): Promise<number | undefined> {
  const row = await tx
    .selectFrom('device')
    .select('last_counter')
    .where('commune', '=', commune)
    .where('id', '=', device)
    .forUpdate()
    .executeTakeFirst()
  return row?.last_counter
}
