import { sql, type Kysely } from 'kysely'

/** The number that versions start above after a restore from a backup. 0 = the register was never restored. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table instance add column version_floor integer not null default 0`.execute(db)
}
