import type { PlainDate } from '../../domain/time'
import type { Db } from '../database/connect'

export interface HeldSurvey {
  readonly firstDay: PlainDate
  /** Whether the place of each house is recorded. */
  readonly located: boolean
}

/** The labour surveys of a commune, by first day. If there are none, all forms belong to one survey (decision 0029). */
export async function readSurveys(db: Db, commune: string): Promise<readonly HeldSurvey[]> {
  const rows = await db.selectFrom('survey').select(['first_day', 'located']).where('commune', '=', commune).orderBy('first_day').execute()
  return rows.map(({ first_day, located }) => ({ firstDay: first_day, located }))
}
