import { newId } from '../../src/browser/newId'
import { enrolledSchema, meSchema } from '../../src/protocol/api'
import type { HttpDeps } from '../../src/remote/http'
import { httpTransport } from '../../src/remote/httpTransport'
import { createSession } from '../../src/remote/session'
import { COMMUNE, MemoryPhone } from './memory/memoryPhone'

export interface HttpPhone {
  readonly phone: MemoryPhone
  /** Number of HTTP requests since it was enrolled. */
  requests(): number
}

export interface HttpPhoneInput {
  /** Origin of the server, or of a line before it. With several origins, requests take turns. */
  readonly origin: string | readonly string[]
  readonly username: string
  readonly password: string
  /** Gives 0 <= n < 1, for jitter. */
  readonly random?: () => number
}

const REQUEST_TIMEOUT_MS = 600_000
const SIGN_IN_TRIES = 10

/** A signed-in, enrolled device on Maps, with the real engine and real HTTP. It keeps its cookie as a browser would. */
export async function httpPhone({ origin, username, password, random = Math.random }: HttpPhoneInput): Promise<HttpPhone> {
  const origins = [origin].flat()
  let cookie = ''
  let requests = 0
  const http: HttpDeps = {
    origin: '',
    timeoutMs: REQUEST_TIMEOUT_MS,
    fetch: async (input, init) => {
      requests += 1
      const answer = await fetch(`${origins[requests % origins.length]}${String(input)}`, { ...init, headers: { ...(init?.headers as Record<string, string>), ...(cookie && { cookie }) } })
      cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
      return answer
    },
  }
  const session = createSession(http)
  const signIn = () => session.call({ method: 'POST', path: '/api/sign-in', json: { username, password } }, meSchema)
  let me = await signIn()
  // On a busy machine the server may have closed an idle connection. Signing in is tried again here; the engine does so by itself.
  for (let tries = 1; tries < SIGN_IN_TRIES && !me.ok && me.error.error === 'offline'; tries += 1) me = await signIn()
  if (!me.ok) throw new Error(`httpPhone — sign-in — ${me.error.error}`)
  session.remember(me.value)
  const id = newId()
  const enrolled = await session.call({ method: 'POST', path: '/api/devices', json: { device: id, commune: COMMUNE, label: 'Máy thử' } }, enrolledSchema)
  if (!enrolled.ok) throw new Error(`httpPhone — enrol — ${enrolled.error.error}`)
  requests = 0
  return { phone: new MemoryPhone(id, enrolled.value.epoch, httpTransport(session), random), requests: () => requests }
}
