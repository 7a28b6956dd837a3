import { finished } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod/mini'
import { ok } from '../../domain/result'
import type { ApiError } from '../../protocol/api'
import type { Caller } from '../accounts/caller'
import { findCaller } from '../accounts/findCaller'
import type { ServerDeps } from '../deps'
import { addressOf } from './addressOf'
import { isFromOurPages, carriesCsrf } from './crossSite'
import { hasCommune, type Policy } from './policy'
import { refuse, statusOf, type Answer } from './refusal'
import { STRANGER_BODY_LIMIT, type StrangerGate } from './strangerGate'
import type { WorkGate } from './workGate'

interface Spec<Body> {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly url: string
  /** The shape of the body. A body of another shape is answered `malformed`. Absent = the handler gets the body unchecked. */
  readonly body?: z.ZodMiniType<Body>
  /** Requests per minute from one address. */
  readonly perMinute?: number
  /** The gate through which the handler runs its work. If the gate is full, the request is refused before its sender is looked up. */
  readonly gate?: WorkGate
}

export interface OpenContext<Body> {
  readonly body: Body
  /** Path parameters. */
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}
export interface SignedInContext<Body> extends OpenContext<Body> {
  readonly caller: Caller
  /** The commune that the policy found and checked. Empty with `area: 'none'`. */
  readonly commune: string
  /** Looks up the sender and their rights as they are now. For a handler that waits for more of a body. */
  readonly rights: () => Answer<Caller>
}

export interface SignedInSpec<Body> extends Spec<Body> {
  readonly policy: Policy & { readonly roles: Exclude<Policy['roles'], 'anyone'> }
  /** In bytes. Absent = the small default. */
  readonly bodyLimit?: number
  /** The handler reads the body itself, and calls `rights` when parts of it arrive. */
  readonly looksAgain?: true
  readonly handle: (context: SignedInContext<Body>) => Answer
}
export interface OpenSpec<Body> extends Spec<Body> {
  /** The gate for routes with a body larger than the default. */
  readonly strangers?: StrangerGate
  readonly handle: (context: OpenContext<Body>) => Answer
}

/**
 * Registers a route for signed-in people. Session, role, CSRF token, body and commune are checked before the handler, in this order. Receiving a body
 * may take minutes, so session and role are checked before it is read and again when it has arrived (S46).
 */
export function signedInRoute<Body = unknown>(app: FastifyInstance, deps: ServerDeps, spec: SignedInSpec<Body>): void {
  const callers = new WeakMap<FastifyRequest, Caller>()
  const rightsOf = async (request: FastifyRequest): Answer<Caller> => {
    const caller = await findCaller(deps, request)
    if (!caller) return refuse('signedOut')
    return spec.policy.roles.includes(caller.user.role) ? ok(caller) : refuse('forbidden')
  }
  app.route({
    ...common(spec, spec.policy),
    // Before the body is read, so that strangers cannot make us receive one. After `onRequest`, where requests are counted against floods, so that
    // refused ones count too.
    preParsing: async (request, reply) => {
      if (isPacked(request)) return answerRefusal(reply, { error: 'malformed' })
      if (!isFromOurPages(request, deps.config)) return answerRefusal(reply, { error: 'csrf' })
      const full = spec.gate?.refuses()
      if (full) return answerRefusal(reply, { error: 'tooMany', ...full })
      const rights = await rightsOf(request)
      if (!rights.ok) return answerRefusal(reply, rights.error)
      if (spec.method !== 'GET' && !carriesCsrf(request, rights.value)) return answerRefusal(reply, { error: 'csrf' })
      callers.set(request, rights.value)
    },
    handler: async (request, reply) => {
      const rights = spec.method === 'GET' || spec.looksAgain ? ok(callers.get(request)!) : await rightsOf(request)
      if (!rights.ok) return answerRefusal(reply, rights.error)
      const caller = rights.value
      const context = readRequest(spec, request, reply)
      if (!context) return answerRefusal(reply, { error: 'malformed' })
      const commune = communeIn(spec.policy.area, context)
      if (spec.policy.area !== 'none' && !hasCommune(caller.user.role, caller.areas, commune)) return answerRefusal(reply, { error: 'forbidden' })
      return answer(reply, await spec.handle({ ...context, caller, commune, rights: () => rightsOf(request) }))
    },
  })
}

/** Registers a route without a session: sign-in, health, and requests that prove their author by other means. */
export function openRoute<Body = unknown>(app: FastifyInstance, deps: ServerDeps, spec: OpenSpec<Body>): void {
  app.route({
    ...common({ ...spec, ...(spec.strangers && { bodyLimit: STRANGER_BODY_LIMIT }) }, { roles: 'anyone', area: 'none' }),
    preParsing: async (request, reply) => {
      if (isPacked(request)) return answerRefusal(reply, { error: 'malformed' })
      if (spec.method !== 'GET' && !isFromOurPages(request, deps.config)) return answerRefusal(reply, { error: 'csrf' })
      const full = spec.gate?.refuses() ?? spec.strangers?.enter(addressOf(request), over(reply))
      if (full) return answerRefusal(reply, { error: 'tooMany', ...full })
    },
    handler: async (request, reply) => {
      const context = readRequest(spec, request, reply)
      return context ? answer(reply, await spec.handle(context)) : answerRefusal(reply, { error: 'malformed' })
    },
  })
}

/** Our own packings have their own header, and readers that stop at a limit. A body with any other packing is not unpacked here. */
const isPacked = ({ headers }: FastifyRequest): boolean => (headers['content-encoding'] ?? 'identity') !== 'identity'

/** Resolves when the request was answered or its connection is gone. Never fails. */
const over = ({ raw }: FastifyReply): Promise<void> => new Promise((done) => finished(raw, () => done()))

function common<Body>({ method, url, bodyLimit, perMinute }: Spec<Body> & { readonly bodyLimit?: number }, policy: Policy) {
  return {
    method, url, ...(bodyLimit && { bodyLimit }),
    config: { policy, ...(perMinute && { rateLimit: { max: perMinute, timeWindow: 60_000 } }) },
  }
}

function readRequest<Body>({ body: schema }: Spec<Body>, request: FastifyRequest, reply: FastifyReply): OpenContext<Body> | undefined {
  const body = schema?.safeParse(request.body)
  if (body && !body.success) return undefined
  return {
    body: body ? body.data : (request.body as Body),
    params: request.params as Record<string, string>,
    query: request.query as Record<string, unknown>,
    request, reply,
  }
}

function communeIn(area: Policy['area'], { params, query, body }: OpenContext<unknown>): string {
  const named = { path: params.c, query: query.commune, body: (body as { commune?: unknown } | null)?.commune, none: '' }[area]
  return typeof named === 'string' ? named : ''
}

function answer(reply: FastifyReply, result: Awaited<Answer>): unknown {
  return result.ok ? (result.value ?? {}) : answerRefusal(reply, result.error)
}

/** Sends a refusal, with its HTTP status and `retry-after`. */
export function answerRefusal(reply: FastifyReply, error: ApiError): FastifyReply {
  if (error.retryAfter) void reply.header('retry-after', error.retryAfter)
  return reply.status(statusOf[error.error]).send(error)
}
