import { sql, type Kysely } from 'kysely'

/** Records that go along with a moved household or person: an index of the people of a household, and log entries without an operation of their own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  "create index record_household on record (commune, household) where kind = 'person'",
  'alter table operation alter column counter drop not null',
]
