import { sql, type Kysely } from 'kysely'

/**
 * Drafts that came sealed from a book that is no more, for their author to have back. `sealed` is null once they have: the row then
 * tells a copy that comes late from one that is new.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(drafts).execute(db)
}

const drafts = `create table rescued_draft (
  commune text not null,
  user_id uuid not null,
  device uuid not null,
  record uuid not null,
  hamlet uuid not null,
  saved_at text not null,
  sealed text,
  received_at timestamptz not null,
  primary key (commune, user_id, device, record))`
