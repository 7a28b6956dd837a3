import { sql, type Kysely } from 'kysely'

/** Photos, named by the hash of their bytes, and the parts in which they arrive. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(photos).execute(db)
  await sql.raw(parts).execute(db)
}

const photos = `create table photo (
  commune text not null,
  hash text not null,
  size integer not null,
  received integer not null,
  sent_by uuid not null,
  begun_at timestamptz not null,
  whole_at timestamptz,
  primary key (commune, hash))`

const parts = `create table photo_part (
  commune text not null,
  hash text not null,
  start integer not null,
  bytes bytea not null,
  primary key (commune, hash, start),
  foreign key (commune, hash) references photo (commune, hash))`
