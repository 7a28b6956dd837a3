import { sql, type Kysely } from 'kysely'
import { fillDigests } from '../../store/digests'
import { recordOf } from '../../store/recordRow'
import type { Database } from '../schema'

/** Count and hash of the records of each hamlet, updated with every change. A replica compares itself with them. */
export async function up(db: Kysely<Database>): Promise<void> {
  await sql.raw(table).execute(db)
  await fillDigests(db, async (commune) => (await db.selectFrom('record').selectAll().where('commune', '=', commune).execute()).map(recordOf))
}

const table = `create table digest (
  commune text not null,
  hamlet uuid not null,
  n bigint not null,
  hi bigint not null,
  lo bigint not null,
  primary key (commune, hamlet),
  foreign key (commune, hamlet) references hamlet (commune, id))`
