import { connect as connectSocket, createServer, type AddressInfo, type Socket } from 'node:net'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { connect } from '../../../src/server/database/connect'
import { databaseLimits } from '../../../src/server/database/limits'
import { inTransaction } from '../../../src/server/store/inTransaction'
import { NINH_SON, OTHER_COMMUNE, serverWorld } from '../../support/database/serverWorld'
import { TestDevice, village } from '../../support/syncWorld'
import { householdAnswers, householdHead } from '../../support/villageForms'

/* Nothing waits for the database without end: what holds a lock, or does not answer, is given up. */

let url = ''
const { world, hamlet, officer } = await village({ databaseLimits: { ...databaseLimits, lockMs: 300, healthMs: 2_000 } }, async (address) => (url = address))
const household = (phone: TestDevice, place: string) => phone.request([phone.submit(world.deps.newId(), householdHead(place), householdAnswers())])

/** A line to the database on which nothing moves any more once it is held: neither side hears that the other is gone. */
async function heldLine(databaseUrl: string): Promise<{ readonly url: string; hold(): void }> {
  const { port, hostname } = new URL(databaseUrl)
  const sockets: Socket[] = []
  let isHeld = false
  const listener = createServer((server) => {
    const database = connectSocket(Number(port), hostname)
    for (const [from, to] of [[server, database], [database, server]] as const) {
      sockets.push(from.on('error', () => to.destroy()).on('close', () => to.destroy()))
      from.on('data', (bytes) => void (isHeld || to.write(bytes)))
    }
  })
  await new Promise<void>((ready) => listener.listen(0, '127.0.0.1', ready))
  afterAll(() => {
    listener.close()
    sockets.forEach((socket) => socket.destroy())
  })
  const through = new URL(databaseUrl)
  through.host = `127.0.0.1:${(listener.address() as AddressInfo).port}`
  return { url: through.href, hold: () => void (isHeld = true) }
}

describe('a server that vanished in the middle of writing', () => {
  it('[S30] keeps what comes for its commune waiting for a bounded time, and nobody else', async () => {
    const person = await world.person('officer', [{ commune: OTHER_COMMUNE, hamlets: null }])
    const elsewhere = await new TestDevice(world, person, OTHER_COMMUNE).enrol()
    const place = await world.hamlet(OTHER_COMMUNE, 'T1')
    await officer.push(officer.submit(world.deps.newId(), householdHead(hamlet), householdAnswers()))
    const gone = connect(url, 1, null)
    const held = household(officer, hamlet)

    const [there, here] = await gone.transaction().execute(async (tx) => {
      await tx.updateTable('commune_seq').set((e) => ({ n: e('n', '+', 1) })).where('commune', '=', NINH_SON).execute()
      const pushed = Promise.all(Array.from({ length: 8 }, () => officer.send(held)))
      return Promise.all([pushed, elsewhere.send(household(elsewhere, place))])
    }).finally(() => gone.destroy())

    expect(there.map((answer) => [answer.statusCode, answer.json()])).toEqual(Array(8).fill([503, { error: 'busy' }]))
    expect([here.statusCode, here.json().outcomes]).toEqual([200, [expect.objectContaining({ counter: 1 })]])
    expect((await officer.send(held)).json().outcomes).toHaveLength(1)
  })

  it('loses its hold on what it wrote', async () => {
    const gone = connect(url, 1, { ...databaseLimits, idleMs: 200 })
    const next = connect(url, 1, null)
    const work = gone.transaction().execute(async (tx) => {
      await sql`update commune_seq set n = n`.execute(tx)
      await sql`update commune_seq set n = n`.execute(next)
    })

    await expect(work).rejects.toThrow()
    await Promise.all([gone.destroy(), next.destroy()])
  })
})

describe('a statement', () => {
  it('that takes too long is given up', async () => {
    const hurried = connect(url, 1, { ...databaseLimits, statementMs: 50 })

    await expect(sql`select pg_sleep(20)`.execute(hurried).finally(() => hurried.destroy())).rejects.toMatchObject({ code: '57014' })
  })

  it('of an import may take its time', async () => {
    const hurried = connect(url, 1, { ...databaseLimits, statementMs: 50 })
    const slow = inTransaction(hurried, async (tx) => {
      await sql`select pg_sleep(0.2)`.execute(tx)
      return 'done'
    }, 'atLeisure')

    expect(await slow.finally(() => hurried.destroy())).toBe('done')
  })
})

describe('a database that does not answer', () => {
  const worldThrough = async (limits: Partial<typeof databaseLimits>) => {
    let line!: Awaited<ReturnType<typeof heldLine>>
    const other = await serverWorld({ databaseLimits: { ...databaseLimits, ...limits } }, async (address) => (line = await heldLine(address)).url)
    await other.app.inject('/api/health')
    return { other, line }
  }

  it('is told by the health check in time', async () => {
    const { other, line } = await worldThrough({ healthMs: 100, silenceMs: 1_000, connectMs: 1_000 })
    line.hold()
    const answer = await other.app.inject('/api/health')

    expect([answer.statusCode, answer.json()]).toEqual([503, { error: 'busy', retryAfter: 2 }])
  })

  it('makes whoever asks come back later, on connections it has and on new ones', async () => {
    const { other, line } = await worldThrough({ silenceMs: 300, connectMs: 300 })
    line.hold()
    const ask = () => other.app.inject({ url: '/api/me', headers: { cookie: 'sothon=invented' } })
    const answers = [await ask(), await ask()]

    expect(answers.map((answer) => [answer.statusCode, answer.json()])).toEqual(Array(2).fill([503, { error: 'busy' }]))
  })
})
