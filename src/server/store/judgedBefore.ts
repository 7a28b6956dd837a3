import type { Transaction } from 'kysely'
import type { Outcome } from '../../domain/records/outcome'
import type { Database } from '../database/schema'

export interface JudgedBefore {
  readonly counter: number
  readonly seq: number
  readonly outcome: Outcome
  /** As it came: another operation under the same counter is of a copied device. */
  readonly payload: unknown
}

/** What was answered to operations that came before; asked for before any base is compared (protocol rule 7). */
export async function judgedBefore(tx: Transaction<Database>, commune: string, device: string, counters: readonly number[]): Promise<readonly JudgedBefore[]> {
  if (counters.length === 0) return []
  return tx
    .selectFrom('operation')
    .select(['counter', 'seq', 'outcome', 'payload'])
    .where('commune', '=', commune)
    .where('device', '=', device)
    .where('counter', 'in', counters)
    .orderBy('counter')
    .execute()
}
