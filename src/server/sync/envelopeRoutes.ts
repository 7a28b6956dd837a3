import type { FastifyInstance } from 'fastify'
import { envelopeRequestSchema, standingRequestSchema } from '../../protocol/messages'
import { ok } from '../../domain/result'
import type { ServerDeps } from '../deps'
import { openRoute } from '../http/route'
import { deviceStanding } from './deviceStanding'
import { receiveEnvelopes } from './receiveEnvelopes'

const BODY_LIMIT = 4_000_000
/** From one address: a courier phone sends hundreds of envelopes in each. */
const PER_MINUTE = 120

/** What a closed book says, without a session. POST /api/envelopes: the proof of the author is inside each. POST /api/standing: each device proves itself. */
export function registerEnvelopeRoutes(app: FastifyInstance, deps: ServerDeps): void {
  openRoute(app, deps, {
    method: 'POST',
    url: '/api/envelopes',
    bodyLimit: BODY_LIMIT,
    perMinute: PER_MINUTE,
    body: envelopeRequestSchema,
    handle: async ({ body }) => ok(await receiveEnvelopes(deps, body)),
  })
  openRoute(app, deps, {
    method: 'POST',
    url: '/api/standing',
    perMinute: PER_MINUTE,
    body: standingRequestSchema,
    handle: async ({ body }) => ok(await deviceStanding(deps, body)),
  })
}
