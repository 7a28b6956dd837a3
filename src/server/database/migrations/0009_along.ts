import { sql, type Kysely } from 'kysely'

/** Records go along with the household or person they hang on: how those of a household are found, and a log of what no operation of its own did. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  "create index record_household on record (commune, household) where kind = 'person'",
  'alter table operation alter column counter drop not null',
]
