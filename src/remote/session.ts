import type * as z from 'zod/mini'
import { ACCOUNT_HEADER, meSchema, type Me } from '../protocol/api'
import { fail, ok, type Result } from '../domain/result'
import { refusalOf, send, type HttpAnswer, type HttpDeps, type HttpRequest } from './http'
import type { RemoteFailure } from './remote'

/** The signed-in session as the page knows it: the cookie is the browser's, the CSRF token is kept in memory only. */
export interface Session {
  /** A request answered with JSON; adds the token, and asks for a fresh one once when it was not known or no longer right. */
  call<T>(request: Omit<HttpRequest, 'body'> & { readonly json?: unknown; readonly bytes?: Uint8Array<ArrayBuffer> }, schema: z.ZodMiniType<T>): Promise<Result<T, RemoteFailure>>
  /** A GET answered with a photo. */
  photo(path: string): Promise<Result<Uint8Array<ArrayBuffer>, RemoteFailure>>
  /** The token, asking the server when it is not known yet. */
  csrf(): Promise<Result<string, RemoteFailure>>
  forget(): void
  remember(me: Me): void
  /** The same session for the open book of an account: a colleague's, who signed in on this browser last, does nothing for it. */
  as(userId: string): Session
}

export function createSession(deps: HttpDeps): Session {
  return sessionFor(deps, { token: null }, {})
}

/** @param known what every view of the session shares */
function sessionFor(deps: HttpDeps, known: { token: string | null }, own: Readonly<Record<string, string>>): Session {
  async function csrf(): Promise<Result<string, RemoteFailure>> {
    if (known.token !== null) return ok(known.token)
    const me = await plain({ method: 'GET', path: '/api/me' }, meSchema)
    if (!me.ok) return me
    known.token = me.value.csrf
    return ok(known.token)
  }

  async function answered(request: HttpRequest): Promise<Result<HttpAnswer, RemoteFailure>> {
    const answer = await send(deps, { ...request, headers: { ...own, ...request.headers } })
    return answer.ok && answer.value.status >= 400 ? fail(refusalOf(answer.value)) : answer
  }

  async function plain<T>(request: HttpRequest, schema: z.ZodMiniType<T>): Promise<Result<T, RemoteFailure>> {
    const answer = await answered(request)
    if (!answer.ok) return answer
    const parsed = schema.safeParse(answer.value.json)
    return parsed.success ? ok(parsed.data) : fail({ error: 'offline' })
  }

  const session: Session = {
    csrf,
    async photo(path) {
      const answer = await answered({ method: 'GET', path })
      if (!answer.ok) return answer
      return answer.value.type === 'photo' ? ok(new Uint8Array(answer.value.bytes)) : fail({ error: 'offline' })
    },
    forget: () => { known.token = null },
    remember: (me) => { known.token = me.csrf },
    as: (userId) => sessionFor(deps, known, { [ACCOUNT_HEADER]: userId }),
    async call({ json, bytes, ...given }, schema) {
      const body = bytes ?? (json === undefined ? undefined : JSON.stringify(json))
      const request = { ...given, headers: { ...given.headers, ...(json !== undefined && { 'content-type': 'application/json' }) }, ...(body !== undefined && { body }) }
      if (request.method === 'GET' || request.path === '/api/sign-in') return plain(request, schema)
      for (let attempt = 1; ; attempt += 1) {
        const token = await csrf()
        if (!token.ok) return token
        const answer = await plain({ ...request, headers: { ...request.headers, 'x-csrf-token': token.value } }, schema)
        if (answer.ok || answer.error.error !== 'csrf' || attempt > 1) return answer
        known.token = null
      }
    },
  }
  return session
}
