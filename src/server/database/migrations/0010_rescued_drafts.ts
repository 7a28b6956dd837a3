import { sql, type Kysely } from 'kysely'

/**
 * Sealed drafts that were handed in, for their author's next book. `sealed` is null once the author has the draft. The row then still tells a late
 * copy from a new draft.
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
