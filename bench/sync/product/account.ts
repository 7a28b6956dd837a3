import { newId } from '../../../src/browser/newId'
import type { Result } from '../../../src/domain/result'
import type { HttpDeps } from '../../../src/remote/http'
import { httpRemote } from '../../../src/remote/httpRemote'
import { createSession } from '../../../src/remote/session'

export const COMMUNE = '22813'
const PATIENCE_MS = 600_000

/** What every process of the bench needs to reach the register. */
export interface Account {
  readonly username: string
  readonly password: string
  readonly hamlet: string
}

/** HTTP that keeps its cookie, as a browser would. */
export function httpTo(origin: string): HttpDeps {
  let cookie = ''
  return {
    origin,
    timeoutMs: PATIENCE_MS,
    fetch: async (input, init) => {
      const answer = await fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), ...(cookie && { cookie }) } })
      cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
      return answer
    },
  }
}

export function must<T>(result: Result<T, unknown>, what: string): T {
  if (!result.ok) throw new Error(`bench — ${what} — ${JSON.stringify(result.error)}`)
  return result.value
}

/** Makes a hamlet and an officer for it, as the administrator. */
export async function makeOfficer(origin: string, admin: { readonly username: string; readonly password: string }): Promise<Account> {
  const remote = httpRemote(createSession(httpTo(origin)))
  must(await remote.signIn(admin.username, admin.password), 'sign-in')
  const hamlet = must(await remote.createHamlet(COMMUNE, { code: '01', name: 'Thôn Đông Hạ', labourTarget: 0, asxhTarget: 0 }), 'hamlet')
  const officer = { username: 'canbo', name: 'Lò Thị Ban', role: 'officer' as const, areas: [{ commune: COMMUNE, hamlets: null }] }
  const { password } = must(await remote.createUser(officer), 'officer')
  return { username: officer.username, password, hamlet: hamlet.id }
}

/** Signs in and enrols a new device, over the given connection. */
export async function enrol(http: HttpDeps, { username, password }: Account) {
  const session = createSession(http)
  const remote = httpRemote(session)
  const me = must(await remote.signIn(username, password), 'sign-in')
  const device = newId()
  const enrolled = must(await remote.enrol({ device, commune: COMMUNE, label: 'Bench' }), 'enrol')
  return { me, device, enrolled }
}
