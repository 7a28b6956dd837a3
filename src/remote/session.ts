import type * as z from 'zod/mini'
import { ACCOUNT_HEADER, meSchema, type Me } from '../protocol/api'
import { fail, ok, type Result } from '../domain/result'
import { refusalOf, send, type HttpAnswer, type HttpDeps, type HttpRequest } from './http'
import type { RemoteFailure } from './remote'

type Call = Omit<HttpRequest, 'body'> & { readonly json?: unknown; readonly bytes?: Uint8Array<ArrayBuffer> }

/** The signed-in session as the page knows it. The browser keeps the cookie; the CSRF token is kept in memory only. */
export interface Session {
  /** A request answered with JSON. Adds the CSRF token, and asks for a fresh one once if it was unknown or no longer valid. */
  call<T>(request: Call, schema: z.ZodMiniType<T>): Promise<Result<T, RemoteFailure>>
  /** A GET answered with a photo. */
  photo(path: string): Promise<Result<Uint8Array<ArrayBuffer>, RemoteFailure>>
  /** Sends a request of this account unchanged; refusals are returned as answers. Every signed-in request goes through here, so that it names its account. */
  raw(request: HttpRequest): ReturnType<typeof send>
  /** The CSRF token; asks the server if it is not known yet. */
  csrf(): Promise<Result<string, RemoteFailure>>
  forget(): void
  remember(me: Me): void
  /** The session of one account, the one whose book is open: the session of a colleague who signed in last in this browser is not used for it. */
  as(userId: string): Session
}

export function createSession(deps: HttpDeps): Session {
  return sessionFor(deps, new Map(), null)
}

/** @param tokens CSRF tokens by account, shared by all views of the session; under `null` the token of the account that signed in last */
function sessionFor(deps: HttpDeps, tokens: Map<string | null, string>, account: string | null): Session {
  const { raw, answered, understood } = asking(deps, account)

  async function csrf(): Promise<Result<string, RemoteFailure>> {
    const known = tokens.get(account)
    if (known !== undefined) return ok(known)
    const me = await understood({ method: 'GET', path: '/api/me' }, meSchema)
    if (!me.ok) return me
    tokens.set(account, me.value.csrf)
    return ok(me.value.csrf)
  }

  return {
    raw,
    csrf,
    async photo(path) {
      const answer = await answered({ method: 'GET', path })
      if (!answer.ok) return answer
      return answer.value.type === 'photo' ? ok(new Uint8Array(answer.value.bytes)) : fail({ error: 'notUnderstood' })
    },
    forget: () => tokens.clear(),
    remember({ id, csrf: token }) {
      tokens.set(account, token).set(id, token)
    },
    as: (userId) => sessionFor(deps, tokens, userId),
    async call(given, schema) {
      const request = withBody(given)
      if (request.method === 'GET' || request.path === '/api/sign-in') return understood(request, schema)
      for (let attempt = 1; ; attempt += 1) {
        const token = await csrf()
        if (!token.ok) return token
        const answer = await understood({ ...request, headers: { ...request.headers, 'x-csrf-token': token.value } }, schema)
        if (answer.ok || answer.error.error !== 'csrf' || attempt > 1) return answer
        tokens.delete(account)
      }
    },
  }
}

/** The requests in three steps: answered at all, not refused, and with the expected body. Each names its account. */
function asking(deps: HttpDeps, account: string | null) {
  const own = account === null ? {} : { [ACCOUNT_HEADER]: account }

  const raw = (request: HttpRequest): ReturnType<typeof send> => send(deps, { ...request, headers: { ...own, ...request.headers } })

  async function answered(request: HttpRequest): Promise<Result<HttpAnswer, RemoteFailure>> {
    const answer = await raw(request)
    return answer.ok && answer.value.status >= 400 ? fail(refusalOf(answer.value)) : answer
  }

  async function understood<T>(request: HttpRequest, schema: z.ZodMiniType<T>): Promise<Result<T, RemoteFailure>> {
    const answer = await answered(request)
    if (!answer.ok) return answer
    const parsed = schema.safeParse(answer.value.json)
    return parsed.success ? ok(parsed.data) : fail({ error: 'notUnderstood' })
  }

  return { raw, answered, understood }
}

function withBody({ json, bytes, ...given }: Call): HttpRequest {
  const body = bytes ?? (json === undefined ? undefined : JSON.stringify(json))
  return { ...given, headers: { ...given.headers, ...(json !== undefined && { 'content-type': 'application/json' }) }, ...(body !== undefined && { body }) }
}
