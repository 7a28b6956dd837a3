import { sql, type Kysely } from 'kysely'

/** To find duplicates that are made at the same moment: a row to lock for each number, and an index of the forms of a person. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  'create table number_lock (hash text primary key)',
  'create index record_person on record (commune, person) where person is not null',
]
