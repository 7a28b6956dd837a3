import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ENCODING_HEADER } from '../../protocol/codec'
import { PROTOCOL_VERSION, syncRequestSchema } from '../../protocol/messages'
import { fail, ok, type Result } from '../../domain/result'
import type { ServerDeps } from '../deps'
import { refuse, type Answer } from '../http/refusal'
import { signedInRoute, type SignedInContext } from '../http/route'
import { createWorkGate } from '../http/workGate'
import { authorOf } from './author'
import { packAnswer } from './packAnswer'
import { syncExchange } from './syncExchange'
import { unpackRequest } from './unpackRequest'

/** Packed; what it inflates to has its own limit. */
const BODY_LIMIT = 4_000_000

/** Exchanges worked on at once: fewer than the pool has connections, so that none waits for one with its work half done. */
const AT_ONCE = 8
/** More stand before the gate than can be done while a phone waits: they are asked to come back. */
const WAITING = 400

/** POST /api/sync: a packed `SyncRequest`, answered with a `SyncResponse`. The device decides the commune, not an area. */
export function registerSyncRoutes(app: FastifyInstance, deps: ServerDeps): void {
  const gate = createWorkGate({ atOnce: AT_ONCE, waiting: WAITING, now: deps.clock })
  signedInRoute<Buffer>(app, deps, {
    method: 'POST',
    url: '/api/sync',
    bodyLimit: BODY_LIMIT,
    policy: { roles: ['member', 'officer', 'supervisor'], area: 'none' },
    async handle({ body, caller, request, reply }) {
      const done = await gate.run(() => exchange(deps, { body, caller, request, reply }))
      return done.ok ? done.value : refuse('tooMany', done.error)
    },
  })
}

async function exchange(deps: ServerDeps, { body, caller, request, reply }: Pick<SignedInContext<Buffer>, 'body' | 'caller' | 'request' | 'reply'>): Answer {
  const read = await readRequest(request, body)
  if (!read.ok) return refuse(read.error)
  const answered = await syncExchange(deps, authorOf(caller), read.value)
  return answered.ok ? ok(await pack(request, reply, answered.value)) : answered
}

async function readRequest(request: FastifyRequest, body: Buffer) {
  const unpacked = await unpackRequest(body, request.headers[ENCODING_HEADER])
  if (!unpacked.ok) return unpacked
  return parsed(unpacked.value)
}

/** The protocol is looked at before the shape: an older app's request need not have today's shape. */
function parsed(value: unknown): Result<ReturnType<typeof syncRequestSchema.parse>, 'oldClient' | 'malformed'> {
  const protocol = (value as { readonly protocol?: unknown } | null)?.protocol
  if (typeof protocol === 'number' && protocol < PROTOCOL_VERSION) return fail('oldClient')
  const request = syncRequestSchema.safeParse(value)
  return request.success ? ok(request.data) : fail('malformed')
}

async function pack(request: FastifyRequest, reply: FastifyReply, value: unknown): Promise<Buffer> {
  const { type, encoding, bytes } = await packAnswer(value, request.headers)
  void reply.header('content-type', type).header('vary', 'accept, accept-encoding').header('cache-control', 'no-store')
  if (encoding) void reply.header('content-encoding', encoding)
  return bytes
}
