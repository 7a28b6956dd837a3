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

/** For a body that is packed as a whole. The inflated size, and bodies by columns, have limits of their own. */
const BODY_LIMIT = 4_000_000

/**
 * POST /api/sync: a packed `SyncRequest`, answered with a `SyncResponse`. The request names its commune and device, and the device must be the
 * caller's, so the policy checks no area.
 */
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
 * Judges each part when it has arrived, so that a broken connection loses only what was under way (S31). The work gate is not held while waiting for
 * more of a body, so a slow connection blocks nobody else. Parts that wait at the gate are still packed.
 *
 * The rights of the sender and the state of the device are checked again for each part: minutes may have passed since the one before (S46).
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

/** Keeps the place in the gate until the whole answer is packed: only bytes wait for a slow connection, not the records they were made of. */
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
