import { describe, expect, it, vi } from 'vitest'
import { closedBook } from '../src/closedBook'
import type { EnvelopeRequest } from '../src/protocol/messages'
import { openCarriedQueue } from '../src/storage/queues/carriedQueue'
import { guarded } from '../src/storage/storageFailure'
import { deviceWorld, household, id } from './storage/deviceWorld'
import { fillDisk } from './storage/fakeStores'

/** A locked phone with forms to send, and a line on which what went is weighed. */
async function lockedPhone(forms: number) {
  const world = await deviceWorld()
  const ledger = await world.enrol()
  for (let nth = 1; nth <= forms; nth += 1) await ledger.submit(household(id(nth), { headName: 'Lò Thị Ban' }))
  ledger.lock()
  const weighed = { up: 0, down: 0 }
  let isCut = false
  let isBusy = false
  const asked: string[] = []
  const line = async (path: unknown, init?: RequestInit): Promise<Response> => {
    asked.push(String(path))
    if (isCut) throw new TypeError('no line')
    if (isBusy) return new Response(JSON.stringify({ error: 'tooMany', retryAfter: 9 }), { status: 429, headers: { 'content-type': 'application/json' } })
    const { envelopes = [] } = JSON.parse(String(init?.body)) as Partial<EnvelopeRequest>
    const answer = JSON.stringify({ results: envelopes.map(({ device, counter }) => ({ device, counter, result: 'received' })), revoked: [], devices: [] })
    weighed.up += String(init?.body).length
    weighed.down += answer.length
    return new Response(answer, { headers: { 'content-type': 'application/json' } })
  }
  const book = closedBook({ fetch: line as typeof fetch, origin: '', timeoutMs: 1_000 }, () => world.clock.ms, () => true, world.indexedDb)
  return { world, weighed, book, asked, cut: () => { isCut = true }, flood: () => { isBusy = true } }
}

describe('the data of the month of a closed book', () => {
  it('is what its hand-ins and questions sent and received, also through another page', async () => {
    const { world, weighed, book } = await lockedPhone(3)

    await book.handIn()
    await book.meetServer()

    expect(weighed.up).toBeGreaterThan(1_000)
    expect(await book.used()).toEqual(weighed)
    expect(await closedBook({ fetch, origin: '', timeoutMs: 1_000 }, () => world.clock.ms, () => true, world.indexedDb).used()).toEqual(weighed)
  })

  it('begins anew with the next month, in Viet Nam', async () => {
    const { world, book } = await lockedPhone(1)
    await book.handIn()

    world.clock.ms = Date.parse('2026-11-30T17:00:00.000Z')

    expect(await book.used()).toEqual({ up: 0, down: 0 })
  })

  it('is nothing where no answer came', async () => {
    const { book, cut } = await lockedPhone(1)
    cut()

    expect((await book.handIn()).left).toBe(1)

    expect(await book.used()).toEqual({ up: 0, down: 0 })
  })
})

describe('forms that are handed in from within a run', () => {
  it('are told to have been tried, whatever became of them', async () => {
    const { world, book } = await lockedPhone(2)

    expect([await book.handInForms(), await world.queue.count()]).toEqual([{ ok: true, value: null }, 0])
  })

  it('[S30] wait as long as a busy server asks', async () => {
    const { world, book, flood } = await lockedPhone(2)
    flood()

    expect([await book.handInForms(), await world.queue.count()]).toEqual([{ ok: false, error: { kind: 'busy', retryAfterMs: 9_000 } }, 2])
  })

  it('say that there was no line', async () => {
    const { book, cut } = await lockedPhone(2)
    cut()

    expect(await book.handInForms()).toEqual({ ok: false, error: { kind: 'offline' } })
  })

  it('[S12] say that the disk is full', async () => {
    const { world, book } = await lockedPhone(2)
    fillDisk()
    const end = await guarded(() => book.handInForms())
    vi.restoreAllMocks()

    expect([end, await world.queue.count()]).toEqual([{ ok: false, error: { kind: 'diskFull' } }, 2])
  })
})

it('[S30] asks a busy server once, and leaves what comes after the forms for another time', async () => {
  const { book, asked, flood } = await lockedPhone(2)
  flood()

  expect([(await book.handIn()).left, asked]).toEqual([2, ['/api/envelopes']])
})

it('[S30] leaves also what is carried for others where the server is busy, and says so', async () => {
  const { world, book, asked, flood } = await lockedPhone(2)
  const ofAnother = (await world.queue.envelopes(1)).map((envelope) => ({ ...envelope, device: id(99) }))
  await openCarriedQueue(world.indexedDb).take(ofAnother)
  flood()

  expect([await book.handIn(), asked]).toEqual([{ left: 2, stopped: { error: 'tooMany', retryAfter: 9 } }, ['/api/envelopes']])
})
