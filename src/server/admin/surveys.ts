import type { Survey } from '../../protocol/api'
import type { Db } from '../database/connect'

/** Surveys of these communes by first day, each with the communes it is held in. */
export async function listSurveys(db: Db, communes: readonly string[]): Promise<Survey[]> {
  const rows = await db.selectFrom('survey').selectAll().where('commune', 'in', [...communes]).orderBy('first_day').orderBy('commune').execute()
  const days = [...new Set(rows.map(({ first_day }) => first_day))]
  return days.map((firstDay) => ({ firstDay, communes: rows.filter(({ first_day }) => first_day === firstDay).map(({ commune }) => commune) }))
}

/** Safe to repeat. */
export async function planSurvey(db: Db, { firstDay, communes }: Survey): Promise<void> {
  await db.insertInto('survey').values(communes.map((commune) => ({ commune, first_day: firstDay }))).onConflict((c) => c.doNothing()).execute()
}

/** The forms stay: they are of the survey before then. Safe to repeat. */
export async function dropSurvey(db: Db, { firstDay, communes }: Survey): Promise<void> {
  await db.deleteFrom('survey').where('first_day', '=', firstDay).where('commune', 'in', [...communes]).execute()
}
