import type { FastifyInstance } from 'fastify'
import { ok } from '../../domain/result'
import { isUuid } from '../../domain/identity/uuid'
import { saveHamletSchema } from '../../protocol/api'
import { logAccess } from '../accounts/accessLog'
import type { ServerDeps } from '../deps'
import { everyRole } from '../http/policy'
import { refuse } from '../http/refusal'
import { signedInRoute } from '../http/route'
import { createHamlet, listHamlets, updateHamlet } from './hamlets'

const adminsHere = { roles: ['admin'], area: 'path' } as const

/** Routes for the hamlets of a commune. Everyone reads those in their areas; administrators change them. */
export function registerHamletRoutes(app: FastifyInstance, deps: ServerDeps): void {
  signedInRoute(app, deps, {
    method: 'GET', url: '/api/communes/:c/hamlets', policy: { roles: everyRole, area: 'path' },
    handle: async ({ caller, commune }) => ok({ hamlets: await listHamlets(deps.db, commune, caller.areas) }),
  })
  signedInRoute(app, deps, {
    method: 'POST', url: '/api/communes/:c/hamlets', policy: adminsHere, body: saveHamletSchema,
    handle: async ({ caller, commune, body }) => {
      const hamlet = await createHamlet(deps, commune, body)
      if (!hamlet) return refuse('taken')
      await logAccess(deps, commune, caller.user.id, 'createHamlet', hamlet.id)
      return ok({ hamlet })
    },
  })
  signedInRoute(app, deps, {
    method: 'PATCH', url: '/api/communes/:c/hamlets/:id', policy: adminsHere, body: saveHamletSchema,
    handle: async ({ caller, commune, params, body }) => {
      if (!isUuid(params.id)) return refuse('notFound')
      const hamlet = await updateHamlet(deps.db, commune, params.id!, body)
      if (typeof hamlet === 'string') return refuse(hamlet)
      await logAccess(deps, commune, caller.user.id, 'updateHamlet', hamlet.id)
      return ok({ hamlet })
    },
  })
}
