import { sql, type Kysely } from 'kysely'

/** The session that enrolled a device. A browser that still has the session but no book has lost the book. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table device add column session_hash text`.execute(db)
}
