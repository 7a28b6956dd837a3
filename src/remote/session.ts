import type * as z from 'zod/mini'
import { meSchema, type Me } from '../protocol/api'
import { fail, ok, type Result } from '../domain/result'
import { refusalOf, send, type HttpDeps, type HttpRequest } from './http'
import type { RemoteFailure } from './remote'

/** The signed-in session as the page knows it: the cookie is the browser's, the CSRF token is kept in memory only. */
export interface Session {
  /** A JSON request; adds the token, and asks for a fresh one once when it was not known or no longer right. */
  call<T>(request: Omit<HttpRequest, 'body'> & { readonly json?: unknown }, schema: z.ZodMiniType<T>): Promise<Result<T, RemoteFailure>>
  /** The token, asking the server when it is not known yet. */
  csrf(): Promise<Result<string, RemoteFailure>>
  forget(): void
  remember(me: Me): void
}

export function createSession(deps: HttpDeps): Session {
  let token: string | null = null

  async function csrf(): Promise<Result<string, RemoteFailure>> {
    if (token !== null) return ok(token)
    const me = await plain({ method: 'GET', path: '/api/me' }, meSchema)
    if (!me.ok) return me
    token = me.value.csrf
    return ok(token)
  }

  async function plain<T>(request: HttpRequest, schema: z.ZodMiniType<T>): Promise<Result<T, RemoteFailure>> {
    const answer = await send(deps, request)
    if (!answer.ok) return answer
    if (answer.value.status >= 400) return fail(refusalOf(answer.value))
    const parsed = schema.safeParse(answer.value.json)
    return parsed.success ? ok(parsed.data) : fail({ error: 'offline' })
  }

  const session: Session = {
    csrf,
    forget: () => { token = null },
    remember: (me) => { token = me.csrf },
    async call({ json, ...request }, schema) {
      const body = json === undefined ? {} : { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } as Record<string, string> }
      if (request.method === 'GET' || request.path === '/api/sign-in') return plain({ ...request, ...body }, schema)
      for (let attempt = 1; ; attempt += 1) {
        const known = await csrf()
        if (!known.ok) return known
        const headers = { ...body.headers, 'x-csrf-token': known.value }
        const answer = await plain({ ...request, ...body, headers }, schema)
        if (answer.ok || answer.error.error !== 'csrf' || attempt > 1) return answer
        token = null
      }
    },
  }
  return session
}
