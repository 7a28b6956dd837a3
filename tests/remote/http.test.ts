import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { AmendedRecord } from '../../src/domain/records/amended'
import type { RegisterRecord } from '../../src/domain/records/record'
import { answerFrames } from '../../src/protocol/answerFrames'
import type { SyncRequest, SyncResponse } from '../../src/protocol/messages'
import { writeColumns } from '../../src/protocol/columns/writeColumns'
import { httpRemote } from '../../src/remote/httpRemote'
import { httpTransport } from '../../src/remote/httpTransport'
import { createSession } from '../../src/remote/session'

const servers: Server[] = []
afterEach(() => servers.splice(0).forEach((server) => {
  server.closeAllConnections()
  server.close()
}))

async function client(listener: RequestListener, timeoutMs = 2_000) {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const deps = { fetch, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, timeoutMs }
  const session = createSession(deps)
  return { session, remote: httpRemote(session), transport: httpTransport(session) }
}

const json = (status: number, body: unknown): RequestListener => (_request, response) => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}
const me = {
  id: '01890000-0000-7000-8000-000000000001', username: 'canbo', name: 'Bùi Thị Lan', role: 'officer',
  areas: [{ commune: '22810', hamlets: null }], communes: [{ code: '22810', name: 'Xã Ninh Sơn' }], csrf: 'token-1',
}
const request: SyncRequest = { protocol: 1, device: me.id, commune: '22810', run: me.id, ops: [], pull: null, context: null }

describe('the line to the server', () => {
  it('takes the page of a captive portal, status 200, for no network', async () => {
    const { remote } = await client((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Wi-Fi</h1>'))

    expect(await remote.me()).toEqual({ ok: false, error: { error: 'offline' } })
  })

  it('says of an answer in JSON that is not what was asked for that it is not understood', async () => {
    const { remote, session, transport } = await client((incoming, response) => json(200, incoming.url === '/api/me' ? me : { welcome: true })(incoming, response))

    expect(await remote.hamlets('22810')).toEqual({ ok: false, error: { error: 'notUnderstood' } })
    expect(await session.photo('/api/photo')).toEqual({ ok: false, error: { error: 'notUnderstood' } })
    expect(await transport.exchange(request)).toEqual({ ok: false, error: { kind: 'notUnderstood' } })
  })

  it.each([[200, 'notUnderstood', 'notUnderstood'], [502, 'internal', 'serverFault']] as const)('says of an answer that is called JSON and is none what it is, not that there is no network: status %i', async (status, error, kind) => {
    const broken: RequestListener = (_request, response) => response.writeHead(status, { 'content-type': 'application/json' }).end('{"id":')
    const { remote } = await client(broken)
    const { transport } = await client((incoming, response) => (incoming.url === '/api/me' ? json(200, me) : broken)(incoming, response))

    expect(await remote.me()).toEqual({ ok: false, error: { error } })
    expect(await transport.exchange(request)).toEqual({ ok: false, error: { kind } })
  })

  it('takes a cut in the middle of an answer for no network', async () => {
    const { remote } = await client((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
      response.write('{"id":')
      setImmediate(() => response.destroy())
    })

    expect(await remote.me()).toEqual({ ok: false, error: { error: 'offline' } })
  })

  it('[S10] waits for an answer as long as it moves, though all of it takes longer than the limit', async () => {
    const text = JSON.stringify(me)
    const { remote } = await client((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const drip = (at: number): void => {
        if (at >= text.length) return void response.end()
        response.write(text.slice(at, at + 40))
        setTimeout(drip, 100, at + 40)
      }
      drip(0)
    }, 250)

    expect(await remote.me()).toMatchObject({ ok: true, value: { username: 'canbo' } })
  })

  it('gives up an answer that stands still', async () => {
    const { remote } = await client((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"id":')
    }, 250)

    expect(await remote.me()).toEqual({ ok: false, error: { error: 'offline' } })
  })

  it('names the account whose book is open in every request, also where it asks for its token first', async () => {
    const named: unknown[] = []
    const { session } = await client((incoming, response) => {
      named.push([incoming.method, incoming.url, incoming.headers['x-sothon-account']])
      json(200, incoming.url === '/api/me' ? me : {})(incoming, response)
    })
    const own = session.as(me.id)

    await httpRemote(own).changePassword('cũ', 'mới')
    await own.photo('/api/photo')
    await httpTransport(own).exchange(request)
    await httpRemote(session).me()

    expect(named).toEqual([['GET', '/api/me', me.id], ['POST', '/api/password', me.id], ['GET', '/api/photo', me.id], ['POST', '/api/sync', me.id], ['GET', '/api/me', undefined]])
  })

  it('sends with each account’s requests the token of its own session', async () => {
    const sent: unknown[] = []
    const { session } = await client((incoming, response) => {
      sent.push([incoming.headers['x-sothon-account'], incoming.headers['x-csrf-token']])
      json(200, {})(incoming, response)
    })
    session.remember({ ...me, role: 'officer', id: 'a', csrf: 'of a' })
    session.remember({ ...me, role: 'officer', id: 'b', csrf: 'of b' })

    for (const own of [session.as('a'), session.as('b'), session]) await httpRemote(own).changePassword('cũ', 'mới')

    expect(sent).toEqual([['a', 'of a'], ['b', 'of b'], [undefined, 'of b']])
  })

  it('gives the kind of a refusal, with the time to wait', async () => {
    const { remote } = await client(json(429, { error: 'lockedOut', retryAfter: 30 }))

    expect(await remote.signIn('canbo', 'x')).toEqual({ ok: false, error: { error: 'lockedOut', retryAfter: 30 } })
  })
})

describe('the sync exchange over HTTP', () => {
  it.each([
    [401, { error: 'signedOut' }, { kind: 'signedOut' }],
    [403, { error: 'forbidden' }, { kind: 'signedOut' }],
    [403, { error: 'revokedDevice' }, { kind: 'revoked' }],
    [413, { error: 'tooLarge' }, { kind: 'tooLarge' }],
    [426, { error: 'oldClient' }, { kind: 'oldClient' }],
    [429, { error: 'tooMany', retryAfter: 7 }, { kind: 'busy', retryAfterMs: 7_000 }],
    [500, { error: 'internal' }, { kind: 'serverFault' }],
    [502, { anything: 1 }, { kind: 'serverFault' }],
  ])('[S11] reads %i as a reason to keep everything and try again or ask', async (status, body, failure) => {
    const { transport } = await client((incoming, response) => {
      json(incoming.url === '/api/me' ? 200 : status, incoming.url === '/api/me' ? me : body)(incoming, response)
    })

    expect(await transport.exchange(request)).toEqual({ ok: false, error: failure })
  })

  it('asks for a fresh token once when the server no longer knows it', async () => {
    let issued = 0
    const { transport } = await client((incoming, response) => {
      if (incoming.url === '/api/me') return json(200, { ...me, csrf: `token-${(issued += 1)}` })(incoming, response)
      const known = incoming.headers['x-csrf-token'] === 'token-2'
      return json(known ? 200 : 403, known ? { protocol: 1, outcomes: [] } : { error: 'csrf' })(incoming, response)
    })

    expect(await transport.exchange(request)).toMatchObject({ ok: true })
    expect(issued).toBe(2)
  })

  const answer = { protocol: 1, outcomes: [] }
  const receiving = (seen: unknown[], answerTo: RequestListener): RequestListener => (incoming, response) => {
    if (incoming.url === '/api/me') return json(200, me)(incoming, response)
    seen.push([incoming.headers['x-sothon-encoding'] ?? incoming.headers['content-type'], incoming.headers.accept])
    return answerTo(incoming, response)
  }
  const columns = 'application/vnd.sothon.columns'
  const byColumns = 'application/vnd.sothon.columns, application/json'

  it('[S14] goes by columns both ways', async () => {
    const seen: unknown[] = []
    const { transport } = await client(receiving(seen, (_incoming, response) => response.writeHead(200, { 'content-type': 'application/vnd.sothon.columns' }).end(writeColumns(answer))))

    expect(await transport.exchange(request)).toMatchObject({ ok: true, value: { response: answer } })
    expect(seen).toEqual([[columns, byColumns]])
  })

  it('[S14] goes on as plain JSON with a server that does not understand columns', async () => {
    const seen: unknown[] = []
    const { transport } = await client(receiving(seen, (incoming, response) => {
      const isPlain = incoming.headers['x-sothon-encoding'] === 'deflate-raw'
      return json(isPlain ? 200 : 400, isPlain ? answer : { error: 'malformed' })(incoming, response)
    }))

    expect(await transport.exchange(request)).toMatchObject({ ok: true, value: { response: answer } })
    expect(await transport.exchange(request)).toMatchObject({ ok: true })
    expect(seen).toEqual([[columns, byColumns], ['deflate-raw', '*/*'], ['deflate-raw', '*/*']])
  })

  it('[S14] goes on as plain JSON after an answer in columns that cannot be read', async () => {
    const seen: unknown[] = []
    const { transport } = await client(receiving(seen, (_incoming, response) => response.writeHead(200, { 'content-type': 'application/vnd.sothon.columns' }).end(writeColumns(answer).subarray(0, 9))))

    expect(await transport.exchange(request)).toEqual({ ok: false, error: { kind: 'notUnderstood' } })
    await transport.exchange(request)
    expect(seen).toEqual([[columns, byColumns], ['deflate-raw', '*/*']])
  })

  describe('an answer that the line cuts', () => {
    const told = Array.from({ length: 60 }, (_, n) => ({ seq: n + 1, told: { id: `r${n}`, answers: { fullName: `Lò Thị ${n}`, note: String(n * 7_919).repeat(40) } } as unknown as RegisterRecord, jsonBytes: 2_000 }))
    const cursor = { epoch: me.id, scope: 's', seq: 60 }
    const page = { reset: true, records: told.map((each) => each.told), cursor, done: true, remaining: 0, digest: '60.0' }
    const bytes = Buffer.concat([...answerFrames({ response: { protocol: 1, epoch: me.id, last: 0, outcomes: [], page, context: null, scope: null }, told, midway: (seq) => ({ epoch: me.id, scope: 's', seq, begun: null }) })])
    const cutAt = (length: number): RequestListener => receiving([], (_incoming, response) => {
      response.writeHead(200, { 'content-type': columns, 'content-length': String(bytes.length) })
      response.write(bytes.subarray(0, length), () => setImmediate(() => response.destroy()))
    })

    it('[S31] is kept as far as it came whole, with the cursor behind it', async () => {
      const { transport } = await client(cutAt(bytes.length - 10))

      const answer = await transport.exchange(request)

      expect(answer).toMatchObject({ ok: true, value: { isCut: true, response: { page: { reset: true, done: false } } } })
      const { page: kept } = (answer.ok && answer.value.response) as SyncResponse
      expect(kept?.records).toEqual(page.records.slice(0, kept?.cursor.seq))
      expect(kept?.cursor).toEqual({ epoch: me.id, scope: 's', seq: kept?.records.length, begun: null })
      expect(kept?.remaining).toBe(60 - (kept?.records.length ?? 0))
      expect(kept?.digest).toBeUndefined()
    })

    it('[S31] is no answer when not even its first frame came', async () => {
      const { transport } = await client(cutAt(200))

      expect(await transport.exchange(request)).toEqual({ ok: false, error: { kind: 'offline' } })
    })

    it('tells what it amends once, also when only whole records follow', async () => {
      const amended = { id: 'a1', version: 3, from: 2, own: [], patch: { fullName: 'Lò Thị Ban' } } as unknown as AmendedRecord
      const both = [{ seq: 1, told: amended, jsonBytes: 200 }, ...told]
      const mixed = Buffer.concat([...answerFrames({ response: { protocol: 1, epoch: me.id, last: 0, outcomes: [], page: { ...page, amended: [amended] }, context: null, scope: null }, told: both, midway: (seq) => ({ epoch: me.id, scope: 's', seq }) })])
      const { transport } = await client(receiving([], (_incoming, response) => response.writeHead(200, { 'content-type': columns }).end(mixed)))

      const answer = await transport.exchange(request)

      expect(answer.ok && answer.value.response.page).toEqual({ ...page, amended: [amended] })
    })

    it('comes back as it was when the line holds', async () => {
      const { transport } = await client(receiving([], (_incoming, response) => response.writeHead(200, { 'content-type': columns }).end(bytes)))

      expect(await transport.exchange(request)).toMatchObject({ ok: true, value: { isCut: false, response: { page } } })
    })
  })
})
