import type { FastifyInstance } from 'fastify'
import { ok } from '../../domain/result'
import { surveySchema, type Survey } from '../../protocol/api'
import { logEverywhere } from '../accounts/accessLog'
import type { Caller } from '../accounts/caller'
import type { ServerDeps } from '../deps'
import { refuse, type Answer } from '../http/refusal'
import { signedInRoute } from '../http/route'
import { isWithinReach } from './reach'
import { dropSurvey, listSurveys, planSurvey } from './surveys'

const changes = { planSurvey, dropSurvey }
const policy = { roles: ['admin'], area: 'none' } as const

/** Routes for the labour surveys of the administrator's communes. */
export function registerSurveyRoutes(app: FastifyInstance, deps: ServerDeps): void {
  const change = async (caller: Caller, survey: Survey, what: keyof typeof changes): Answer => {
    const areas = survey.communes.map((commune) => ({ commune, hamlets: null }))
    if (!isWithinReach(caller.areas, areas)) return refuse('forbidden')
    await changes[what](deps.db, survey)
    await logEverywhere(deps, caller, areas, what, null)
    return ok({})
  }
  signedInRoute(app, deps, {
    method: 'GET', url: '/api/admin/surveys', policy,
    handle: async ({ caller }) => ok({ surveys: await listSurveys(deps.db, caller.areas.map(({ commune }) => commune)) }),
  })
  signedInRoute(app, deps, {
    method: 'POST', url: '/api/admin/surveys', policy, body: surveySchema,
    handle: ({ caller, body }) => change(caller, body, 'planSurvey'),
  })
  signedInRoute(app, deps, {
    method: 'POST', url: '/api/admin/surveys/drop', policy, body: surveySchema,
    handle: ({ caller, body }) => change(caller, body, 'dropSurvey'),
  })
}
