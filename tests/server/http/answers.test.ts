import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect as connectSocket, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync, brotliCompressSync } from 'node:zlib'
import type { InjectOptions } from 'fastify'
import { afterAll, describe, expect, it } from 'vitest'
import { NINH_SON, serverWorld, type Person } from '../../support/database/serverWorld'

const clientDir = mkdtempSync(join(tmpdir(), 'sothon-client-'))
mkdirSync(join(clientDir, 'assets'))
writeFileSync(join(clientDir, 'index.html'), '<!doctype html>')
writeFileSync(join(clientDir, 'sw.js'), '')
writeFileSync(join(clientDir, 'assets/app-1a2b.js'), 'plain')
writeFileSync(join(clientDir, 'assets/app-1a2b.js.br'), brotliCompressSync('packed'))
writeFileSync(join(clientDir, 'assets/app-1a2b.js.gz'), gzipSync('packed'))
const world = await serverWorld({ clientDir })
const officer = await world.person('officer', [{ commune: NINH_SON, hamlets: null }])
const admin = await world.person('admin', [{ commune: NINH_SON, hamlets: null }])
const base = await world.app.listen({ host: '127.0.0.1', port: 0 })
afterAll(() => rmSync(clientDir, { recursive: true }))

describe('every answer', () => {
  it.each(['/', '/api/health', '/api/me', '/api/nothing', '/nothing'])('carries the security headers: %s', async (url) => {
    const { headers } = await world.app.inject(url)

    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).not.toContain('unsafe-inline')
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin', 'x-frame-options': 'DENY',
    })
    expect(headers['strict-transport-security']).toBeUndefined()
  })

  it('tells the server’s time, by which the phone notices a wrong clock', async () => {
    expect((await fetch(`${base}/api/health`)).headers.get('date')).toMatch(/GMT$/)
  })

  it('is not kept by caches when it is the API’s', async () => {
    expect((await world.send(officer, 'GET', '/api/me')).headers['cache-control']).toBe('no-store')
  })
})

describe('the client’s files', () => {
  it('are sent as they were packed at build time', async () => {
    const br = await world.app.inject({ url: '/assets/app-1a2b.js', headers: { 'accept-encoding': 'gzip, br' } })
    const gz = await world.app.inject({ url: '/assets/app-1a2b.js', headers: { 'accept-encoding': 'gzip' } })
    const plain = await world.app.inject({ url: '/assets/app-1a2b.js' })

    expect([br, gz, plain].map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip', undefined])
    expect(plain.body).toBe('plain')
  })

  it('are kept for ever when their name changes with their content, else asked for anew', async () => {
    const caching = async (url: string) => (await world.app.inject(url)).headers['cache-control']

    expect(await caching('/assets/app-1a2b.js')).toBe('public, max-age=31536000, immutable')
    expect(await caching('/')).toBe('no-cache')
    expect(await caching('/sw.js')).toBe('no-cache')
  })

  it.each(['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json', '/assets/%00', '/.env', '//etc/passwd'])('do not lead out of their folder: %s', async (url) => {
    const answer = await world.app.inject({ url })

    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.json()).toEqual({ error: expect.stringMatching(/^(notFound|malformed|forbidden)$/) })
  })
})

describe('hostile and broken requests', () => {
  const post = (payload: string | Buffer, type = 'application/json', url = '/api/sign-in') =>
    world.app.inject({ method: 'POST', url, payload, headers: { 'content-type': type } })

  it.each([
    ['not JSON', '{"username":'], ['no object', '"x"'], ['null', 'null'], ['empty', ''], ['unknown keys', '{"username":"a","password":"b","role":"admin"}'],
    ['wrong types', '{"username":{"$gt":""},"password":1}'], ['prototype poison', '{"__proto__":{"admin":true},"username":"a","password":"b"}'],
  ])('answers %s with malformed', async (_name, payload) => {
    const answer = await post(payload)

    expect([answer.statusCode, answer.json()]).toEqual([400, { error: 'malformed' }])
  })

  it('answers a body of another type with malformed', async () => {
    expect((await post('<x/>', 'text/xml')).json()).toEqual({ error: 'malformed' })
  })

  it('answers a body that is too big with tooLarge', async () => {
    const answer = await post(JSON.stringify({ username: 'a', password: 'x'.repeat(200_000) }))

    expect([answer.statusCode, answer.json()]).toEqual([413, { error: 'tooLarge' }])
  })

  it('answers unknown routes and methods with notFound', async () => {
    expect((await world.app.inject('/api/nothing')).json()).toEqual({ error: 'notFound' })
    expect((await world.app.inject({ method: 'DELETE', url: '/api/me' })).json()).toEqual({ error: 'notFound' })
  })

  it.each(["' or 1=1 --", 'x'.repeat(64), '%00', '../../etc'])('takes a strange cookie for no session: %s', async (token) => {
    const answer = await world.app.inject({ url: '/api/me', headers: { cookie: `sothon=${token}` } })

    expect(answer.json()).toEqual({ error: 'signedOut' })
  })

  it.each(['x', "22810'--", '22810;drop table app_user', '٢٢٨١٠'])('takes a strange commune for none of one’s own: %s', async (commune) => {
    const answer = await world.send(officer, 'GET', `/api/communes/${encodeURIComponent(commune)}/hamlets`)

    expect(answer.json()).toEqual({ error: 'forbidden' })
  })

  it.each<[string, Person | null, string, object]>([
    ['a stranger', null, '/api/sign-in', { username: 'a\u0000b', password: 'x' }],
    ['an officer', officer, '/api/devices', { device: randomUUID(), commune: NINH_SON, label: 'Máy\u0000' }],
    ['an administrator', admin, `/api/communes/${NINH_SON}/hamlets`, { code: 'T\u00001', name: 'Thôn 1', labourTarget: 0, asxhTarget: 0 }],
    ['an administrator', admin, '/api/admin/users', { username: 'le.thi.hoa', name: 'Lê\u0000Hoa', role: 'officer', areas: [{ commune: NINH_SON, hamlets: null }] }],
  ])('takes what no database can keep for no request: %s, %#', async (_who, person, url, body) => {
    const answer = await world.send(person, 'POST', url, body)

    expect([answer.statusCode, answer.json()]).toEqual([400, { error: 'malformed' }])
  })

  it('answers bytes that are not HTTP without a stack', async () => {
    const { port } = world.app.server.address() as AddressInfo
    const answer = await new Promise<string>((resolve) => {
      const socket = connectSocket(port, '127.0.0.1', () => socket.write('\x16\x03\x01 hello\r\n\r\n'))
      let text = ''
      socket.on('data', (chunk) => (text += String(chunk))).on('close', () => resolve(text))
    })

    expect(answer).toMatch(/^HTTP\/1.1 400/)
    expect(answer).not.toMatch(/ at |node_modules/)
  })

  it('keeps its bugs to itself', async () => {
    const broken = await serverWorld()
    await broken.deps.db.schema.alterTable('app_session').renameTo('lost').execute()

    const answer = await broken.send(officer, 'GET', '/api/me')
    expect([answer.statusCode, answer.json()]).toEqual([500, { error: 'internal' }])
  })

  it('limits how often an address may try to sign in, far above what those who share it need', async () => {
    const attempt = () => world.app.inject({ method: 'POST', url: '/api/sign-in', payload: '{', headers: { 'content-type': 'application/json' }, remoteAddress: '10.3.3.3' })
    const before = await Promise.all(Array.from({ length: 600 }, attempt))
    const last = await attempt()

    expect(new Set(before.map(({ statusCode }) => statusCode))).toEqual(new Set([400]))
    expect([last.statusCode, last.json(), last.headers['retry-after']]).toEqual([429, { error: 'tooMany', retryAfter: expect.any(Number) }, expect.anything()])
  })
})

describe('a flood from one address', () => {
  const last = async (count: number, address: string, request: InjectOptions) => {
    const flood = Array.from({ length: count }, () => world.app.inject({ ...request, remoteAddress: address }))
    return (await Promise.all(flood)).at(-1)!.json()
  }
  const enrol = { method: 'POST', url: '/api/devices' } as const

  it.each<[string, string, InjectOptions]>([
    ['with an invented session', '10.4.1.1', { ...enrol, headers: { cookie: 'sothon=invented' } }],
    ['without one', '10.4.1.2', enrol],
    ['from the pages of others', '10.4.1.3', { ...enrol, headers: { origin: 'https://evil.example' } }],
    ['without the token of its session', '10.4.1.4', { ...enrol, headers: { cookie: `sothon=${officer.session.token}` } }],
    ['from the pages of others, where nobody need sign in', '10.4.1.5', { method: 'POST', url: '/api/standing', headers: { origin: 'https://evil.example' } }],
  ])('is stopped, whatever its requests are refused for: %s', async (_what, address, request) => {
    expect(await last(121, address, request)).toEqual({ error: 'tooMany', retryAfter: expect.any(Number) })
  })
})

describe('health', () => {
  it('is 200 while requests can be served and 503 when the database is gone', async () => {
    const other = await serverWorld()
    expect((await other.app.inject('/api/health')).json()).toEqual({ ok: true })

    await other.deps.db.destroy()
    const answer = await other.app.inject('/api/health')
    expect([answer.statusCode, answer.json()]).toEqual([503, { error: 'busy', retryAfter: 2 }])
  })
})
