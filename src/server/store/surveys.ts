import type { PlainDate } from '../../domain/time'
import type { Db } from '../database/connect'

export interface HeldSurvey {
  readonly firstDay: PlainDate
  /** The place of each house is recorded in it. */
  readonly located: boolean
}

/** The labour surveys of a commune by first day; none = all forms are of one (decision 0029). */
export async function readSurveys(db: Db, commune: string): Promise<readonly HeldSurvey[]> {
  const rows = await db.selectFrom('survey').select(['first_day', 'located']).where('commune', '=', commune).orderBy('first_day').execute()
  return rows.map(({ first_day, located }) => ({ firstDay: first_day, located }))
}
