import type { FastifyInstance } from 'fastify'
import { envelopeRequestSchema } from '../../protocol/messages'
import { ok } from '../../domain/result'
import type { ServerDeps } from '../deps'
import { openRoute } from '../http/route'
import { receiveEnvelopes } from './receiveEnvelopes'

const BODY_LIMIT = 4_000_000
/** From one address: a courier phone sends hundreds of envelopes in each. */
const PER_MINUTE = 120

/** POST /api/envelopes, without a session: the proof of the author is inside each envelope. */
export function registerEnvelopeRoutes(app: FastifyInstance, deps: ServerDeps): void {
  openRoute(app, deps, {
    method: 'POST',
    url: '/api/envelopes',
    bodyLimit: BODY_LIMIT,
    perMinute: PER_MINUTE,
    body: envelopeRequestSchema,
    handle: async ({ body }) => ok(await receiveEnvelopes(deps, body)),
  })
}
