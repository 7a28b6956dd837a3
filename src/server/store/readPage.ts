import { sql, type Transaction } from 'kysely'
import type { RegisterRecord } from '../../domain/records/record'
import type { Database } from '../database/schema'
import { recordOf } from './recordRow'

export interface PageQuery {
  readonly commune: string
  /** Change number the replica has reached. */
  readonly after: number
  /** `null` = every hamlet. */
  readonly hamlets: readonly string[] | null
  /** JSON bytes of the records together; one record always fits. */
  readonly maxBytes: number
}

export interface Page {
  readonly records: readonly RegisterRecord[]
  /** Change number of the last record delivered in full; `after` when there is none. */
  readonly last: number
  readonly exhausted: boolean
}

const CHUNK = 200

/** Records of a scope in the order of their change numbers, cut by bytes (protocol rule 10). */
export async function readPage(tx: Transaction<Database>, query: PageQuery): Promise<Page> {
  const records: RegisterRecord[] = []
  let bytes = 0
  let last = query.after
  for (;;) {
    const rows = await scoped(tx, query, last).selectAll().orderBy('seq').limit(CHUNK).execute()
    for (const row of rows) {
      const record = recordOf(row)
      bytes += Buffer.byteLength(JSON.stringify(record))
      if (records.length > 0 && bytes > query.maxBytes) return { records, last, exhausted: false }
      records.push(record)
      last = row.seq
    }
    if (rows.length < CHUNK) return { records, last, exhausted: true }
  }
}

/** How many records of the scope come after a change number. */
export async function countAfter(tx: Transaction<Database>, query: PageQuery, after: number): Promise<number> {
  const row = await scoped(tx, query, after).select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow()
  return row.n
}

function scoped(tx: Transaction<Database>, { commune, hamlets }: PageQuery, after: number) {
  const all = tx.selectFrom('record').where('commune', '=', commune).where('seq', '>', after)
  return hamlets === null ? all : all.where('hamlet', '=', sql<string>`any(${[...hamlets]}::uuid[])`)
}

/** The commune's change number: nothing it covers can still appear (protocol rule 1). */
export async function readHead(tx: Transaction<Database>, commune: string): Promise<number> {
  return (await tx.selectFrom('commune_seq').select('n').where('commune', '=', commune).executeTakeFirst())?.n ?? 0
}
