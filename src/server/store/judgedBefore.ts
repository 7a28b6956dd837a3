import type { NotNull, Transaction } from 'kysely'
import type { Outcome } from '../../domain/records/outcome'
import type { Database } from '../database/schema'

export interface JudgedBefore {
  readonly counter: number
  readonly seq: number
  readonly outcome: Outcome
  /** The operation as it arrived. If another one comes under the same counter, the device was copied. */
  readonly payload: unknown
}

/** Reads the answers to operations that were judged before. It is called before any base is compared (S7). */
export async function judgedBefore(tx: Transaction<Database>, commune: string, device: string, counters: readonly number[]): Promise<readonly JudgedBefore[]> {
  if (counters.length === 0) return []
  return ofDevice(tx, commune, device).where('counter', 'in', counters).execute()
}

/** The same for a range of counters, both ends included. */
export async function judgedBetween(tx: Transaction<Database>, { commune, device, from, to }: { readonly commune: string; readonly device: string; readonly from: number; readonly to: number }): Promise<readonly JudgedBefore[]> {
  return ofDevice(tx, commune, device).where('counter', '>=', from).where('counter', '<=', to).execute()
}

const ofDevice = (tx: Transaction<Database>, commune: string, device: string) =>
  tx.selectFrom('operation').select(['counter', 'seq', 'outcome', 'payload']).where('commune', '=', commune).where('device', '=', device).orderBy('counter').$narrowType<{ counter: NotNull }>()
