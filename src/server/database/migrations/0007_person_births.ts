import { sql, type Kysely } from 'kysely'

/** Who was born on a day, for the question whether somebody is in the register already. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`create index record_person_born on record (commune, (answers ->> 'born')) where kind = 'person'`).execute(db)
}
