import { sql, type Kysely } from 'kysely'

/** In which life of the register a device last sent: after a restore its count may go on further ahead. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  'alter table device add column epoch uuid',
  'update device set epoch = (select epoch from instance)',
]
