import { execFileSync } from 'node:child_process'
import { newId } from '../../src/browser/newId'
import { unitsData } from '../../src/domain/codes/units.data'
import type { Answers } from '../../src/domain/forms/answers'
import type { SubmitOperation } from '../../src/domain/records/operation'
import { packByColumns } from '../../src/protocol/codec'
import { PROTOCOL_VERSION, type SyncRequest } from '../../src/protocol/messages'
import { createSession } from '../../src/remote/session'
import { httpRemote } from '../../src/remote/httpRemote'
import type { HttpDeps } from '../../src/remote/http'
import { householdAnswers, labourAnswers, personAnswers } from '../../tests/support/villageForms'

/* A province at work, prepared before the clock runs: accounts, devices and the exact bodies they will send. */

const communes = unitsData.find(([province]) => province === '56')![2].split('|', 8).map((entry) => entry.slice(0, 5))
const FORMS = 50

export interface Delivery {
  /** The device's own address, as a proxy would report it: limits per address are not measured here. */
  readonly address: string
  readonly cookie: string
  readonly csrf: string
  readonly bytes: Buffer
  readonly operations: number
}

interface Officer {
  readonly commune: string
  readonly hamlet: string
  readonly http: HttpDeps
  readonly session: ReturnType<typeof createSession>
  cookie(): string
}

/** The first administrator, made as the README says. */
export function makeAdmin(env: NodeJS.ProcessEnv, of: readonly string[] = communes): { readonly username: string; readonly password: string } {
  const args = ['dist/server/main.js', 'admin', 'create', '--username', 'quantri', '--name', 'Quản trị', '--communes', of.join(',')]
  const printed = execFileSync(process.execPath, args, { env: { ...process.env, ...env } }).toString()
  return { username: 'quantri', password: /Password, shown this once: (\S+)/.exec(printed)?.[1] ?? '' }
}

export async function makeOfficers(origin: string, admin: { readonly username: string; readonly password: string }): Promise<readonly Officer[]> {
  const desk = httpRemote(createSession(withCookie(origin, '10.0.0.1').http))
  must(await desk.signIn(admin.username, admin.password))
  const officers: Officer[] = []
  for (const [n, commune] of communes.entries()) {
    const { id: hamlet } = must(await desk.createHamlet(commune, { code: '01', name: 'Thôn 1', labourTarget: 0, asxhTarget: 0 }))
    const { password } = must(await desk.createUser({ username: `canbo${n}`, name: 'Cán bộ', role: 'officer', areas: [{ commune, hamlets: null }] }))
    const { http, cookie } = withCookie(origin, `10.0.1.${n}`)
    const session = createSession(http)
    must(await httpRemote(session).signIn(`canbo${n}`, password))
    officers.push({ commune, hamlet, http, session, cookie })
  }
  return officers
}

/** Enrols a device and fills its queue: a household, fifty people and their labour forms; it sends and pulls nothing. */
export async function prepare(officer: Officer, n: number): Promise<Delivery> {
  const address = `10.${1 + (n >> 16)}.${(n >> 8) & 255}.${n & 255}`
  const session = createSession({ ...officer.http, fetch: (input, init) => officer.http.fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), 'x-forwarded-for': address } }) })
  const remote = httpRemote(session)
  const device = newId()
  must(await remote.me())
  const { epoch } = must(await remote.enrol({ device, commune: officer.commune, label: 'Máy đo' }))
  const ops = queueOf(officer)
  const request: SyncRequest = { protocol: PROTOCOL_VERSION, device, commune: officer.commune, run: newId(), epoch, ops, pull: null, context: null }
  const { bytes } = await packByColumns(request)
  return { address, cookie: officer.cookie(), csrf: must(await session.csrf()), bytes: Buffer.from(bytes), operations: ops.length }
}

function queueOf({ hamlet }: Officer): readonly SubmitOperation[] & unknown[] {
  const ops: SubmitOperation[] = []
  const add = (kind: 'household' | 'person' | 'labour', household: string | null, person: string | null, answers: Answers): string => {
    const record = newId()
    ops.push({ type: 'submit', counter: ops.length + 1, record, base: 0, at: '2026-11-25T01:00:00.000Z', head: { kind, hamlet, household, person }, form: `${kind}@1`, patch: answers as SubmitOperation['patch'] })
    return record
  }
  const household = add('household', null, null, householdAnswers())
  for (let n = 0; n < FORMS; n += 1) {
    const fullName = `Lò Văn ${'ABCDEGHIKLMNOPQRSTUV'.charAt(n % 20)}`
    const person = add('person', household, null, personAnswers({ fullName }))
    add('labour', household, person, labourAnswers({ fullName, phone: `09${String(10_000_000 + Math.floor(Math.random() * 8e7))}` }))
  }
  return ops
}

export function withCookie(origin: string, address: string): { readonly http: HttpDeps; cookie(): string } {
  let cookie = ''
  const http: HttpDeps = {
    origin,
    timeoutMs: 60_000,
    fetch: async (input, init) => {
      const answer = await fetch(input, { ...init, headers: { 'x-forwarded-for': address, ...(init?.headers as Record<string, string>), ...(cookie && { cookie }) } })
      cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
      return answer
    },
  }
  return { http, cookie: () => cookie }
}

export function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T {
  if (!result.ok) throw new Error(`province — ${JSON.stringify(result.error)}`)
  return result.value
}
