import type { Transaction } from 'kysely'
import type { Database } from '../database/schema'

/**
 * Takes the device's row: of one device, one batch at a time. Always the first lock of a transaction.
 * @returns its highest judged counter; `undefined` when the commune does not know the device
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
