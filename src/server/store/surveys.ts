import type { PlainDate } from '../../domain/time'
import type { Db } from '../database/connect'

/** First days of the labour surveys of a commune, ascending; none = all forms are of one (decision 0029). */
export async function readSurveys(db: Db, commune: string): Promise<readonly PlainDate[]> {
  const rows = await db.selectFrom('survey').select('first_day').where('commune', '=', commune).orderBy('first_day').execute()
  return rows.map(({ first_day }) => first_day)
}
