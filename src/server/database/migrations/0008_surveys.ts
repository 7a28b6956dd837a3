import { sql, type Kysely } from 'kysely'

/** First days of the labour surveys of a commune. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`create table survey (
    commune text not null,
    first_day date not null,
    located boolean not null,
    primary key (commune, first_day))`).execute(db)
}
