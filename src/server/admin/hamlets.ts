import type { Selectable } from 'kysely'
import type * as z from 'zod/mini'
import { isInArea, type Area } from '../../domain/access'
import type { saveHamletSchema } from '../../protocol/api'
import type { Hamlet } from '../../protocol/messages'
import type { HamletTable } from '../database/accountTables'
import type { Db } from '../database/connect'
import type { ServerDeps } from '../deps'
import { inTransaction } from '../store/inTransaction'

type Save = z.infer<typeof saveHamletSchema>

/** The hamlets of a commune that are in the areas, by code. */
export async function listHamlets(db: Db, commune: string, areas: readonly Area[]): Promise<Hamlet[]> {
  const rows = await db.selectFrom('hamlet').selectAll().where('commune', '=', commune).orderBy('code').execute()
  return rows.filter(({ id }) => isInArea(areas, commune, id)).map(toHamlet)
}

/** Creates a hamlet. `undefined` = another hamlet of the commune has this code. */
export async function createHamlet({ db, newId }: Pick<ServerDeps, 'db' | 'newId'>, commune: string, input: Save): Promise<Hamlet | undefined> {
  const row = await db.insertInto('hamlet').values({ commune, id: newId(), ...columns(input) })
    .onConflict((c) => c.columns(['commune', 'code']).doNothing()).returningAll().executeTakeFirst()
  return row && toHamlet(row)
}

/** Changes a hamlet. It runs again if somebody takes the code between the check and the write. */
export async function updateHamlet(db: Db, commune: string, id: string, input: Save): Promise<Hamlet | 'notFound' | 'taken'> {
  return inTransaction(db, (tx) => updateOnce(tx, commune, id, input))
}

async function updateOnce(db: Db, commune: string, id: string, input: Save): Promise<Hamlet | 'notFound' | 'taken'> {
  const rows = await db.selectFrom('hamlet').select('id').where('commune', '=', commune).where('code', '=', input.code).where('id', '!=', id).execute()
  if (rows.length > 0) return 'taken'
  const row = await db.updateTable('hamlet').set(columns(input)).where('commune', '=', commune).where('id', '=', id).returningAll().executeTakeFirst()
  return row ? toHamlet(row) : 'notFound'
}

const columns = ({ code, name, labourTarget, asxhTarget }: Save) => ({ code: code.normalize('NFC'), name: name.normalize('NFC'), labour_target: labourTarget, asxh_target: asxhTarget })

const toHamlet = ({ id, code, name, labour_target, asxh_target }: Selectable<HamletTable>): Hamlet => ({ id, code, name, labourTarget: labour_target, asxhTarget: asxh_target })
