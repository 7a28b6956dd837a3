import { describe, expect, it } from 'vitest'
import fastify from 'fastify'
import { roles, type Area, type Role } from '../../../src/domain/access'
import { demandPolicies } from '../../../src/server/http/policy'
import { NINH_SON, OTHER_COMMUNE, serverWorld, type Person } from '../../support/database/serverWorld'

const world = await serverWorld()
const hamlet = await world.hamlet(NINH_SON, '01')
const otherHamlet = await world.hamlet(OTHER_COMMUNE, '01')
const PHOTO = 'x'.repeat(43)
const ID = '0192aaaa-0000-7000-8000-000000000001'

const areaKinds = {
  'own commune': [{ commune: NINH_SON, hamlets: null }],
  'another commune': [{ commune: OTHER_COMMUNE, hamlets: null }],
  'one hamlet of it': [{ commune: NINH_SON, hamlets: [hamlet] }],
  nothing: [],
} as const satisfies Record<string, readonly Area[]>
type AreaKind = keyof typeof areaKinds

const people = new Map<string, Person>()
for (const role of roles) for (const kind of Object.keys(areaKinds) as AreaKind[]) people.set(`${role} ${kind}`, await world.person(role, areaKinds[kind]))

let devices = 0
const newDevice = (): string => `0192aaaa-0000-7000-8000-${String((devices += 1)).padStart(12, '0')}`

const saved = { code: '99', name: 'Thôn mới', labourTarget: 0, asxhTarget: 0 }
const rows = { rows: [{ row: 2, cells: {} }] }
const account = { username: 'nguoi.moi', name: 'Người Mới', role: 'member', areas: [{ commune: NINH_SON, hamlets: null }] }

/** Every route that acts on Ninh Sơn, and who may. */
const inCommune: readonly { method: 'GET' | 'POST' | 'PATCH'; url: string; body?: object | (() => object); may: readonly Role[] }[] = [
  { method: 'GET', url: `/api/communes/${NINH_SON}/hamlets`, may: roles },
  { method: 'POST', url: `/api/communes/${NINH_SON}/hamlets`, body: saved, may: ['admin'] },
  { method: 'PATCH', url: `/api/communes/${NINH_SON}/hamlets/${ID}`, body: saved, may: ['admin'] },
  { method: 'POST', url: `/api/communes/${NINH_SON}/import/preview`, body: rows, may: ['admin'] },
  { method: 'POST', url: `/api/communes/${NINH_SON}/import/commit`, body: rows, may: ['admin'] },
  { method: 'GET', url: `/api/communes/${NINH_SON}/photos/${PHOTO}`, may: ['member', 'officer', 'supervisor'] },
  { method: 'POST', url: `/api/communes/${NINH_SON}/photos/${PHOTO}`, body: {}, may: ['member', 'officer', 'supervisor'] },
  { method: 'GET', url: `/api/communes/${NINH_SON}/photos/${PHOTO}/file`, may: ['member', 'officer', 'supervisor'] },
  { method: 'GET', url: `/api/communes/${NINH_SON}/records/${ID}`, may: ['member', 'officer', 'supervisor'] },
  { method: 'GET', url: `/api/communes/${NINH_SON}/records/${ID}/history`, may: ['supervisor'] },
  { method: 'POST', url: `/api/communes/${NINH_SON}/twins`, body: {}, may: ['member', 'officer'] },
  { method: 'GET', url: `/api/admin/users?commune=${NINH_SON}`, may: ['admin'] },
  { method: 'GET', url: `/api/admin/devices?commune=${NINH_SON}`, may: ['admin'] },
  { method: 'POST', url: `/api/admin/devices/${ID}/revoke`, body: { commune: NINH_SON }, may: ['admin'] },
  { method: 'POST', url: '/api/devices', body: () => ({ device: newDevice(), commune: NINH_SON, label: 'Máy' }), may: roles },
]

const crossings = inCommune.flatMap((route) => roles.flatMap((role) => (Object.keys(areaKinds) as AreaKind[]).map((kind) => ({
  ...route, role, kind, allowed: route.may.includes(role) && (kind === 'own commune' || (kind === 'one hamlet of it' && role !== 'admin')),
}))))

describe('who may do what, where', () => {
  it.each(crossings)('$method $url by a $role with $kind: $allowed', async ({ method, url, body, role, kind, allowed }) => {
    const answer = await world.send(people.get(`${role} ${kind}`)!, method, url, typeof body === 'function' ? body() : body)

    if (allowed) expect(answer.json().error).not.toBe('forbidden')
    else expect([answer.statusCode, answer.json()]).toEqual([403, { error: 'forbidden' }])
  })

  it.each(inCommune)('$method $url by a stranger: signedOut', async ({ method, url, body }) => {
    const answer = await world.send(null, method, url, typeof body === 'function' ? body() : body)

    expect([answer.statusCode, answer.json()]).toEqual([401, { error: 'signedOut' }])
  })

  it.each(['member', 'officer', 'supervisor'] as const)('accounts are made by administrators only, not by a %s', async (role) => {
    expect((await world.send(people.get(`${role} own commune`)!, 'POST', '/api/admin/users', account)).json()).toEqual({ error: 'forbidden' })
  })

  it('shows a village member the hamlets of the member only', async () => {
    await world.hamlet(NINH_SON, '02')

    const { hamlets } = (await world.send(people.get('member one hamlet of it')!, 'GET', `/api/communes/${NINH_SON}/hamlets`)).json()
    expect(hamlets.map(({ id }: { id: string }) => id)).toEqual([hamlet])
  })

  it('does not change a hamlet of another commune by its id', async () => {
    const answer = await world.send(people.get('admin own commune')!, 'PATCH', `/api/communes/${NINH_SON}/hamlets/${otherHamlet}`, { ...saved, code: '77' })

    expect(answer.json()).toEqual({ error: 'notFound' })
  })
})

describe('a browser that another account has signed in', () => {
  const [mine, colleagues] = [people.get('supervisor own commune')!, people.get('supervisor one hamlet of it')!]
  const history = `/api/communes/${NINH_SON}/records/${ID}/history`
  const asking = (account: string) => ({ headers: { cookie: `sothon=${colleagues.session.token}`, 'x-csrf-token': colleagues.session.csrf, 'x-sothon-account': account } })

  it.each([['GET', history], ['POST', '/api/password'], ['GET', '/api/me']] as const)('does nothing for an open book under that account: %s %s', async (method, url) => {
    const answer = await world.send(colleagues, method, url, method === 'POST' ? {} : undefined, asking(mine.id))

    expect([answer.statusCode, answer.json()]).toEqual([401, { error: 'signedOut' }])
  })

  it('serves the book of that account', async () => {
    expect((await world.send(colleagues, 'GET', history, undefined, asking(colleagues.id))).json()).toEqual({ error: 'notFound' })
  })
})

describe('registering routes', () => {
  it('refuses an API route that declares no policy', () => {
    const app = fastify()
    demandPolicies(app)

    expect(() => app.get('/api/anything', async () => 'x')).toThrow('declares no policy')
  })
})
