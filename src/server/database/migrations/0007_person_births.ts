import { sql, type Kysely } from 'kysely'

/** Index of people by day of birth, to find whether somebody is already in the register. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`create index record_person_born on record (commune, (answers ->> 'born')) where kind = 'person'`).execute(db)
}
