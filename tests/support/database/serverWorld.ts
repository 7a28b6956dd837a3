import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { afterAll, inject } from 'vitest'
import { defaultLegalBasis } from '../../../src/domain/consent'
import type { Area, Role } from '../../../src/domain/access'
import { newIds } from '../../../src/server/newId'
import { replaceAreas } from '../../../src/server/accounts/areas'
import { startSession, type NewSession } from '../../../src/server/accounts/sessions'
import type { ServerConfig } from '../../../src/server/config'
import { connect } from '../../../src/server/database/connect'
import { databaseLimits } from '../../../src/server/database/limits'
import { now, type ServerDeps } from '../../../src/server/deps'
import { buildApp } from '../../../src/server/http/buildApp'
import { secretsFrom } from '../../../src/server/secrets'
import { runOn, TEMPLATE, withDatabase } from './testCluster'

/** Demo communes of the tests: both in Khánh Hoà. */
export const NINH_SON = '22810'
export const OTHER_COMMUNE = '22813'

export interface Person {
  readonly id: string
  readonly username: string
  readonly session: NewSession
}
export interface ServerWorld {
  readonly deps: ServerDeps
  readonly app: FastifyInstance
  /** Moves the server's clock. */
  advance(ms: number): void
  /** An account with a live session and no usable password. */
  person(role: Role, areas: readonly Area[], name?: string): Promise<Person>
  hamlet(commune: string, code: string, name?: string): Promise<string>
  /** A request as the app sends it: cookie, CSRF token, JSON. Without a person it comes from a stranger. */
  send(person: Person | null, method: 'GET' | 'POST' | 'PATCH', url: string, body?: unknown, more?: InjectOptions): Promise<LightMyRequestResponse>
}

const START = Date.parse('2026-11-25T02:00:00.000Z')

/**
 * A server on a fresh database of its own, with a clock that stands still. Everything is removed after the file's tests.
 * @param reach turns the database's address into the one the server connects to
 */
export async function serverWorld(config: Partial<ServerConfig> = {}, reach: (url: string) => Promise<string> = async (url) => url): Promise<ServerWorld> {
  const cluster = inject('clusterUrl')
  const database = `test_${randomUUID().replaceAll('-', '')}`
  await runOn(cluster, `create database ${database} template ${TEMPLATE}`)
  let time = START
  const clock = (): number => time
  const all = { ...testConfig, ...config }
  const deps: ServerDeps = {
    db: connect(await reach(withDatabase(cluster, database)), 5, all.databaseLimits), clock, newId: newIds(clock),
    secrets: secretsFrom('a secret of the tests, long enough to pass'), config: all,
  }
  const app = await buildApp(deps)
  afterAll(async () => {
    await app.close()
    await deps.db.destroy()
    await runOn(cluster, `drop database ${database} with (force)`)
  })
  return {
    deps, app,
    advance: (ms) => void (time += ms),
    person: (role, areas, name) => addPerson(deps, role, areas, name),
    hamlet: (commune, code, name = `Thôn ${code}`) => addHamlet(deps, commune, code, name),
    send: (person, method, url, body, more) => app.inject({ method, url, ...requestOf(person, body), ...more }),
  }
}

const testConfig: ServerConfig = {
  host: '127.0.0.1', port: 0, dataDir: tmpdir(), databaseUrl: null, databaseLimits, production: false, publicUrl: null, https: false,
  trustProxy: 0, secret: null, clientDir: '/nonexistent', logLevel: 'silent', legalBasis: defaultLegalBasis, dataContact: null, minAge: 15, recheckMonths: 6, shrinkDays: 30,
}

let people = 0

async function addPerson(deps: ServerDeps, role: Role, areas: readonly Area[], name = `Người ${people}`): Promise<Person> {
  const id = deps.newId()
  const username = `${role}.${(people += 1)}`
  await deps.db.insertInto('app_user').values({ id, username, name, role, password_hash: 'none', created_at: now(deps), last_seen_at: null }).execute()
  await replaceAreas(deps.db, id, areas)
  return { id, username, session: await startSession(deps, id) }
}

async function addHamlet({ db, newId }: ServerDeps, commune: string, code: string, name: string): Promise<string> {
  const id = newId()
  await db.insertInto('hamlet').values({ commune, id, code, name }).execute()
  return id
}

function requestOf(person: Person | null, body: unknown): Partial<InjectOptions> {
  return {
    headers: { ...(person && { cookie: `sothon=${person.session.token}`, 'x-csrf-token': person.session.csrf }) },
    ...(body !== undefined && { payload: body as object }),
  }
}
