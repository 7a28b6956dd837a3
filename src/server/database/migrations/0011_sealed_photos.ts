import { sql, type Kysely } from 'kysely'

/** For photos that were handed in sealed: their device, and the record the photo was taken for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table photo add column sealed_by uuid, add column sealed_of uuid').execute(db)
  await sql.raw('create index photo_sealed on photo (commune, sealed_by) where sealed_by is not null').execute(db)
}
