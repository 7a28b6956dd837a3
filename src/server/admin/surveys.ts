import type { Survey } from '../../protocol/api'
import type { Db } from '../database/connect'

/** Surveys of these communes by first day, each with the communes it is held in; one with and one without houses located are two. */
export async function listSurveys(db: Db, communes: readonly string[]): Promise<Survey[]> {
  const rows = await db.selectFrom('survey').selectAll().where('commune', 'in', [...communes]).orderBy('first_day').orderBy('located').orderBy('commune').execute()
  const byKey = new Map<string, Survey>()
  for (const { first_day: firstDay, located, commune } of rows) {
    const key = `${firstDay} ${located}`
    byKey.set(key, { firstDay, located, communes: [...(byKey.get(key)?.communes ?? []), commune] })
  }
  return [...byKey.values()]
}

/** Of a survey that is planned already, whether houses are located becomes what is said now. Safe to repeat. */
export async function planSurvey(db: Db, { firstDay, located, communes }: Survey): Promise<void> {
  await db.insertInto('survey').values([...new Set(communes)].map((commune) => ({ commune, first_day: firstDay, located })))
    .onConflict((c) => c.columns(['commune', 'first_day']).doUpdateSet({ located })).execute()
}

/** The forms stay: they are of the survey before then. Safe to repeat. */
export async function dropSurvey(db: Db, { firstDay, communes }: Survey): Promise<void> {
  await db.deleteFrom('survey').where('first_day', '=', firstDay).where('commune', 'in', [...communes]).execute()
}
