import { sql, type Transaction } from 'kysely'
import type { Database } from '../database/schema'

export interface Written {
  /** The record's version at the change number asked for, or an earlier one; 0 = it was made after it. */
  readonly from: number
  /** Fields whose answers may have become different since that version. */
  readonly fields: ReadonlySet<string>
}

/** What the log says was written of these records after a change number. */
export async function writtenSince(tx: Transaction<Database>, commune: string, records: readonly string[], after: number): Promise<ReadonlyMap<string, Written>> {
  const rows = await tx.selectFrom('operation').select(['record', 'outcome', 'changes'])
    .where('commune', '=', commune).where('record', '=', sql<string>`any(${[...records]}::uuid[])`).where('seq', '>', after).orderBy('seq').execute()
  const written = new Map<string, { readonly from: number; readonly fields: Set<string> }>()
  for (const { record, outcome, changes } of rows) {
    if (record === null || outcome.kind === 'refused') continue
    const known = written.get(record) ?? { from: outcome.version - 1, fields: new Set<string>() }
    written.set(record, known)
    for (const { field } of changes) known.fields.add(field)
  }
  return written
}
