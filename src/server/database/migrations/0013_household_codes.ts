import { sql, type Kysely } from 'kysely'

export const isConcurrent = true

/**
 * Index of households by the digits of their code, used for every household that is new or gets another code. An index whose creation was interrupted
 * exists but is not used: it is dropped and created again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('drop index concurrently if exists record_household_code').execute(db)
  await sql.raw(`create index concurrently record_household_code on record (commune, (regexp_replace(answers ->> 'householdCode', '[^0-9]', '', 'g'))) where kind = 'household'`).execute(db)
}
