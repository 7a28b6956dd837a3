import type { FastifyInstance } from 'fastify'
import type { FramedAnswer } from '../../protocol/answerFrames'
import { ENCODING_HEADER } from '../../protocol/codec'
import { ok, type Result } from '../../domain/result'
import type { ServerDeps } from '../deps'
import { readers } from '../http/policy'
import { refuse, type Answer } from '../http/refusal'
import { signedInRoute, type SignedInContext } from '../http/route'
import type { WorkGate } from '../http/workGate'
import { authorOf } from './author'
import { packAnswer, type PackedAnswer } from './bodies/packAnswer'
import { requestBody, type RequestPart } from './bodies/requestBody'
import { openExchange, type Exchange, type Judged } from './syncExchange'

/** Packed as a whole; what it inflates to, and what comes by columns, has limits of its own. */
const BODY_LIMIT = 4_000_000

/** POST /api/sync: a packed `SyncRequest`, answered with a `SyncResponse`. The device decides the commune, not an area. */
export function registerSyncRoutes(app: FastifyInstance, deps: ServerDeps, gate: WorkGate): void {
  signedInRoute<unknown>(app, deps, {
    method: 'POST',
    url: '/api/sync',
    bodyLimit: BODY_LIMIT,
    policy: { roles: readers, area: 'none' },
    looksAgain: true,
    gate,
    handle: (context) => exchange(deps, gate, context),
  })
}

/**
 * Each part is judged when it has come, so that a line that breaks loses only what was on its way. Nobody stands in the gate
 * while waiting for more of a body: a slow line keeps no other away. What waits before the gate is still packed. What its sender may do, and
 * whether the device counts, is asked anew for each part: it may be minutes since the one before.
 */
async function exchange(deps: ServerDeps, gate: WorkGate, { body, rights, request, reply }: Pick<SignedInContext<unknown>, 'body' | 'rights' | 'request' | 'reply'>): Answer {
  const source = requestBody(body, request.headers[ENCODING_HEADER])
  const judged: Judged = { outcomes: [], taken: [] }
  for (;;) {
    await source.arrived()
    const done = await gate.run(async (keepUntil) => {
      const part = await source.read()
      if (!part.ok) return refuse(part.error)
      const caller = await rights()
      const opened = caller.ok ? await openExchange(deps, authorOf(caller.value), part.value.request, judged) : caller
      return opened.ok ? advance(opened.value, part.value, { request, reply, keepUntil }) : opened
    })
    if (!done.ok) return refuse('tooMany', done.error)
    if (!done.value.ok) return done.value
    const { body: answer, isLast } = done.value.value
    if (answer) return ok(answer)
    if (isLast) return refuse('malformed')
  }
}

/** All is packed before the gate is left: what waits for a slow line are bytes, not the records they were made of. */
async function advance(exchange: Exchange, { ops, end }: RequestPart, line: Line): Promise<Result<Advanced, never>> {
  await exchange.push(ops)
  return ok({ body: end === 'whole' ? await pack(line, await exchange.answer()) : null, isLast: end !== null })
}

interface Advanced {
  readonly body: PackedAnswer['body'] | null
  /** Nothing more will come. */
  readonly isLast: boolean
}

interface Line extends Pick<SignedInContext<unknown>, 'request' | 'reply'> {
  readonly keepUntil: (rest: Promise<void>) => void
}

async function pack({ request, reply, keepUntil }: Line, answer: FramedAnswer): Promise<PackedAnswer['body']> {
  const { type, encoding, body, packed } = await packAnswer(answer, request.headers)
  if (packed) keepUntil(packed)
  void reply.header('content-type', type).header('vary', 'accept, accept-encoding').header('cache-control', 'no-store')
  if (encoding) void reply.header('content-encoding', encoding)
  return body
}
