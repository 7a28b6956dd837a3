import { sql, type Kysely } from 'kysely'

export const isConcurrent = true

/** Which households may have a code, by its digits: asked with every household that is new or gets another. An index that was cut short is there and unused: made anew. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('drop index concurrently if exists record_household_code').execute(db)
  await sql.raw(`create index concurrently record_household_code on record (commune, (regexp_replace(answers ->> 'householdCode', '[^0-9]', '', 'g'))) where kind = 'household'`).execute(db)
}
