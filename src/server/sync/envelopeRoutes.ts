import type { FastifyInstance } from 'fastify'
import { envelopeRequestSchema, standingRequestSchema } from '../../protocol/messages'
import { ok } from '../../domain/result'
import type { ServerDeps } from '../deps'
import { refuse } from '../http/refusal'
import { openRoute } from '../http/route'
import type { StrangerGate } from '../http/strangerGate'
import type { WorkGate } from '../http/workGate'
import { deviceStanding } from './deviceStanding'
import { receiveEnvelopes } from './receiveEnvelopes'

/** Requests from one address. A courier phone sends hundreds of envelopes in each. */
const PER_MINUTE = 120

/**
 * The routes for a closed book, without a session.
 * - POST /api/envelopes: each envelope contains the proof of its device. They wait at the work gate together with sync requests.
 * - POST /api/standing: each device proves itself.
 */
export function registerEnvelopeRoutes(app: FastifyInstance, deps: ServerDeps, { gate, strangers }: { readonly gate: WorkGate; readonly strangers: StrangerGate }): void {
  openRoute(app, deps, {
    method: 'POST',
    url: '/api/envelopes',
    strangers,
    perMinute: PER_MINUTE,
    gate,
    body: envelopeRequestSchema,
    handle: async ({ body }) => {
      const done = await gate.run(() => receiveEnvelopes(deps, body))
      return done.ok ? done : refuse('tooMany', done.error)
    },
  })
  openRoute(app, deps, {
    method: 'POST',
    url: '/api/standing',
    perMinute: PER_MINUTE,
    body: standingRequestSchema,
    handle: async ({ body }) => ok(await deviceStanding(deps, body)),
  })
}
