import { createHash } from 'node:crypto'
import { mayAct } from '../../../domain/access'
import type { CommuneContext, Hamlet } from '../../../protocol/messages'
import { communeName, provinceOf } from '../../accounts/communeName'
import type { Db } from '../../database/connect'
import type { ServerDeps } from '../../deps'
import { readSurveys, type HeldSurvey } from '../../store/surveys'
import type { Author } from '../author'
import { inScope, readableHamlets } from './scope'
import { extensions, settings } from '../settings'

/** Everything a device of this author needs besides its records. It is sent again only when the hash, which covers all of it, differs. */
export async function communeContext({ db, config }: Pick<ServerDeps, 'db' | 'config'>, author: Author, commune: string): Promise<CommuneContext> {
  const content = {
    commune: { code: commune, name: communeName(commune), ...provinceOf(commune) },
    hamlets: inScope(author, commune, await readHamlets(db, commune)),
    // An author who may read no hamlet here has no records in which these names occur.
    people: readableHamlets(author, commune)?.length === 0 ? [] : await readPeople(db, commune),
    settings: {
      ...settings, minAge: config.minAge, legalBasis: config.legalBasis, recheckMonths: config.recheckMonths, ...(config.dataContact !== null && { dataContact: config.dataContact }),
      ...shrinking(author, config.shrinkDays), ...surveySettings(await readSurveys(db, commune)),
    },
    extensions: [...extensions],
  }
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 16)
  return { hash, ...content, hamlets: [...content.hamlets] }
}

/** Supervisors need whole forms: their devices do not shrink records. */
function shrinking({ role }: Author, days: number): Pick<CommuneContext['settings'], 'shrinkDays'> {
  return days > 0 && !mayAct(role, 'accept') ? { shrinkDays: days } : {}
}

function surveySettings(surveys: readonly HeldSurvey[]): Pick<CommuneContext['settings'], 'surveys' | 'locatedSurveys'> {
  const days = surveys.map(({ firstDay }) => firstDay)
  const located = surveys.filter((survey) => survey.located).map(({ firstDay }) => firstDay)
  return { ...(days.length > 0 && { surveys: days }), ...(located.length > 0 && { locatedSurveys: located }) }
}

async function readHamlets(db: Db, commune: string): Promise<readonly Hamlet[]> {
  const rows = await db.selectFrom('hamlet').selectAll().where('commune', '=', commune).orderBy('id').execute()
  return rows.map(({ id, code, name, labour_target, asxh_target }) => ({ id, code, name, labourTarget: labour_target, asxhTarget: asxh_target }))
}

/** The people who work or worked in the commune: their names occur in its records. */
async function readPeople(db: Db, commune: string): Promise<CommuneContext['people']> {
  const assigned = db.selectFrom('user_commune').select('user_id').where('commune', '=', commune)
  const enrolled = db.selectFrom('device').select('user_id').where('commune', '=', commune)
  return db.selectFrom('app_user').select(['id', 'name', 'role']).where('id', 'in', assigned.union(enrolled)).orderBy('id').execute()
}
