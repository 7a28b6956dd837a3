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

/** What a device of this author needs around its records. The hash covers all of it, so that it is sent once. */
export async function communeContext({ db, config }: Pick<ServerDeps, 'db' | 'config'>, author: Author, commune: string): Promise<CommuneContext> {
  const content = {
    commune: { code: commune, name: communeName(commune), ...provinceOf(commune) },
    hamlets: inScope(author, commune, await readHamlets(db, commune)),
    // Whoever has nothing to read here has no record either in which a name stands.
    people: readableHamlets(author, commune)?.length === 0 ? [] : await readPeople(db, commune),
    settings: { ...settings, legalBasis: config.legalBasis, recheckMonths: config.recheckMonths, ...shrinking(author, config.shrinkDays), ...surveySettings(await readSurveys(db, commune)) },
    extensions: [...extensions],
  }
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 16)
  return { hash, ...content, hamlets: [...content.hamlets] }
}

/** Who reviews needs every form whole. */
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

/** People who work in the commune, and those who worked: their names stand in its records. */
async function readPeople(db: Db, commune: string): Promise<CommuneContext['people']> {
  const assigned = db.selectFrom('user_commune').select('user_id').where('commune', '=', commune)
  const enrolled = db.selectFrom('device').select('user_id').where('commune', '=', commune)
  return db.selectFrom('app_user').select(['id', 'name', 'role']).where('id', 'in', assigned.union(enrolled)).orderBy('id').execute()
}
