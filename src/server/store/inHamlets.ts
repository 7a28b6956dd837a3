import { sql, type RawBuilder } from 'kysely'

/** The rows of these hamlets; `null` = of every one. */
export function inHamlets(hamlets: readonly string[] | null, column = 'hamlet'): RawBuilder<boolean> {
  return hamlets === null ? sql`true` : sql`${sql.ref(column)} = any(${[...hamlets]}::uuid[])`
}
