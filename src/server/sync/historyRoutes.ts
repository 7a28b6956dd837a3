import type { FastifyInstance } from 'fastify'
import { isInArea } from '../../domain/access'
import { ok } from '../../domain/result'
import { logAccess } from '../accounts/accessLog'
import type { ServerDeps } from '../deps'
import { refuse } from '../http/refusal'
import { signedInRoute } from '../http/route'
import { findRecord } from '../store/findRecord'
import { readHistory } from '../store/readHistory'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** GET /api/communes/:c/records/:id/history. A record outside the reader's hamlets is as unknown as one that is not there. */
export function registerHistoryRoutes(app: FastifyInstance, deps: ServerDeps): void {
  signedInRoute(app, deps, {
    method: 'GET',
    url: '/api/communes/:c/records/:id/history',
    policy: { roles: ['member', 'officer', 'supervisor'], area: 'path' },
    async handle({ caller, commune, params }) {
      const id = params.id ?? ''
      const record = UUID.test(id) ? await findRecord(deps.db, commune, id) : undefined
      if (!record || !isInArea(caller.areas, commune, record.hamlet)) return refuse('notFound')
      await logAccess(deps, commune, caller.user.id, 'history', id)
      return ok({ entries: await readHistory(deps.db, commune, id) })
    },
  })
}
