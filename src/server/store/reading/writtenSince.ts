import { sql, type Transaction } from 'kysely'
import { versionBefore, type WrittenSince } from '../../../domain/records/amended'
import type { SubmitOperation } from '../../../domain/records/operation'
import type { Database } from '../../database/schema'

export interface WrittenQuery {
  readonly commune: string
  readonly records: readonly string[]
  /** The change number at which the replica was complete. */
  readonly after: number
  /** The device of the replica. */
  readonly device: string
  /** The register's, see `ApplyContext`. */
  readonly floor: number
}

/**
 * Reads from the log what was written to these records since `after`. A record is absent if the replica cannot have it, neither from before nor
 * because its own device sent it, or if it was moved or nothing was written to it.
 */
export async function writtenSince(tx: Transaction<Database>, { commune, records, after, device, floor }: WrittenQuery): Promise<ReadonlyMap<string, WrittenSince>> {
  const isOwn = sql<boolean>`device = ${device}::uuid and type = 'submit'`
  const rows = await tx.selectFrom('operation')
    .select(['record', 'type', 'outcome', 'changes', sql<SubmitOperation | null>`case when ${isOwn} then payload end`.as('own')])
    .where('commune', '=', commune).where('record', '=', sql<string>`any(${[...records]}::uuid[])`).where('seq', '>', after).orderBy('seq').execute()
  const written = new Map<string, { readonly from: number; readonly fields: Set<string>; readonly own: SubmitOperation[] }>()
  const unknown = new Set<string>()
  for (const { record, type, outcome, changes, own } of rows) {
    if (record === null || outcome.kind === 'refused') continue
    const known = written.get(record) ?? { from: versionBefore(outcome.version, own, floor), fields: new Set<string>(), own: [] }
    written.set(record, known)
    if ((outcome.version === 1 && known.own.length === 0 && !own) || type === 'move') unknown.add(record)
    for (const { field } of changes) known.fields.add(field)
    if (own) known.own.push(own)
  }
  for (const record of unknown) written.delete(record)
  return written
}
