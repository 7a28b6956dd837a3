import type { FastifyInstance } from 'fastify'
import { ok } from '../../domain/result'
import { twinQuerySchema, type TwinQuery } from '../../protocol/api'
import { logAccess } from '../accounts/accessLog'
import type { ServerDeps } from '../deps'
import { signedInRoute } from '../http/route'
import { numberHasher } from '../store/numberRegistry'
import { authorOf } from '../sync/author'
import { readableHamlets } from '../sync/pulling/scope'
import { twinsElsewhere } from './twinsElsewhere'

/** Adding people by hand needs a few requests a minute. The limit prevents asking for everybody. */
const PER_MINUTE = 60

/** POST /api/communes/:c/twins: the person asked about is in the body, never in the URL. Each request is written to the access log. */
export function registerTwinRoutes(app: FastifyInstance, deps: ServerDeps): void {
  signedInRoute<TwinQuery>(app, deps, {
    method: 'POST',
    url: '/api/communes/:c/twins',
    policy: { roles: ['member', 'officer'], area: 'path' },
    body: twinQuerySchema,
    perMinute: PER_MINUTE,
    async handle({ body, caller, commune }) {
      const found = await twinsElsewhere(deps.db, { commune, hamlets: readableHamlets(authorOf(caller), commune) }, body, numberHasher(deps.secrets))
      await logAccess(deps, commune, caller.user.id, 'twins', null)
      return ok(found)
    },
  })
}
