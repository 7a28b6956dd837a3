import type { Survey } from '../../protocol/api'
import type { Db } from '../database/connect'

/**
 * The surveys of these communes by first day, each with its communes. Surveys with the same first day, one with located houses and one without, are
 * listed separately.
 */
export async function listSurveys(db: Db, communes: readonly string[]): Promise<Survey[]> {
  const rows = await db.selectFrom('survey').selectAll().where('commune', 'in', [...communes]).orderBy('first_day').orderBy('located').orderBy('commune').execute()
  const byKey = new Map<string, Survey>()
  for (const { first_day: firstDay, located, commune } of rows) {
    const key = `${firstDay} ${located}`
    byKey.set(key, { firstDay, located, communes: [...(byKey.get(key)?.communes ?? []), commune] })
  }
  return [...byKey.values()]
}

/** Plans a survey. If it is planned already, `located` is replaced. Safe to repeat. */
export async function planSurvey(db: Db, { firstDay, located, communes }: Survey): Promise<void> {
  await db.insertInto('survey').values([...new Set(communes)].map((commune) => ({ commune, first_day: firstDay, located })))
    .onConflict((c) => c.columns(['commune', 'first_day']).doUpdateSet({ located })).execute()
}

/** Drops a survey. Its forms stay, and then belong to the survey before it. Safe to repeat. */
export async function dropSurvey(db: Db, { firstDay, communes }: Survey): Promise<void> {
  await db.deleteFrom('survey').where('first_day', '=', firstDay).where('commune', 'in', [...communes]).execute()
}
