import { sql, type Transaction } from 'kysely'
import type { RegisterRecord } from '../../../domain/records/record'
import type { Database } from '../../database/schema'
import { inHamlets } from '../inHamlets'
import { recordOf } from '../recordRow'

export interface PageQuery {
  readonly commune: string
  /** The change number that the replica has reached. */
  readonly after: number
  /** The last change number that is read. `null` = no limit. */
  readonly upTo: number | null
  /** `null` = every hamlet. */
  readonly hamlets: readonly string[] | null
  /** The limit in JSON bytes of everything told together. One record is always sent, whatever its size. */
  readonly maxBytes: number
}

export interface Page<Told> {
  readonly told: readonly { readonly told: Told; readonly seq: number; readonly jsonBytes: number }[]
  /** The change number of the last record on the page; `after` if there is none. */
  readonly last: number
  readonly exhausted: boolean
}

const CHUNK = 200

/**
 * Reads the records of a scope in the order of their change numbers, until the limit in bytes is reached (S10).
 * @param tell makes of these records what is sent of each, in the same order
 */
export async function readPage<Told>(tx: Transaction<Database>, query: PageQuery, tell: (records: readonly RegisterRecord[]) => Promise<readonly Told[]>): Promise<Page<Told>> {
  const told: Page<Told>['told'][number][] = []
  let bytes = 0
  let last = query.after
  for (;;) {
    const rows = await scoped(tx, query, last).selectAll().orderBy('seq').limit(CHUNK).execute()
    const chunk = await tell(rows.map(recordOf))
    for (const [at, each] of chunk.entries()) {
      const jsonBytes = Buffer.byteLength(JSON.stringify(each))
      bytes += jsonBytes
      if (told.length > 0 && bytes > query.maxBytes) return { told, last, exhausted: false }
      last = rows[at]?.seq ?? last
      told.push({ told: each, seq: last, jsonBytes })
    }
    if (rows.length < CHUNK) return { told, last, exhausted: true }
  }
}

/** Counts the records of the scope after a change number. */
export async function countAfter(tx: Transaction<Database>, query: PageQuery, after: number): Promise<number> {
  const row = await scoped(tx, query, after).select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow()
  return row.n
}

function scoped(tx: Transaction<Database>, { commune, hamlets, upTo }: PageQuery, after: number) {
  const later = tx.selectFrom('record').where('commune', '=', commune).where('seq', '>', after)
  return (upTo === null ? later : later.where('seq', '<=', upTo)).where(inHamlets(hamlets))
}

/** The commune's change number. Every change up to it is visible now (S1). */
export async function readHead(tx: Transaction<Database>, commune: string): Promise<number> {
  return (await tx.selectFrom('commune_seq').select('n').where('commune', '=', commune).executeTakeFirst())?.n ?? 0
}
