import type { RegisterRecord } from '../../domain/records/record'
import type { Db } from '../database/connect'
import { recordOf } from './recordRow'

export async function findRecord(db: Db, commune: string, id: string): Promise<RegisterRecord | undefined> {
  const row = await db.selectFrom('record').selectAll().where('commune', '=', commune).where('id', '=', id).executeTakeFirst()
  return row && recordOf(row)
}
