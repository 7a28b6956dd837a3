import { sql, type RawBuilder } from 'kysely'

/** Selects the rows of these hamlets. `null` = of all hamlets. */
export function inHamlets(hamlets: readonly string[] | null, column = 'hamlet'): RawBuilder<boolean> {
  return hamlets === null ? sql`true` : sql`${sql.ref(column)} = any(${[...hamlets]}::uuid[])`
}
