import { afterEach, describe, expect, it, vi } from 'vitest'
import { displayState } from '../../src/domain/records/cards/card'
import type { Ledger } from '../../src/storage/ledger'
import { openSealedDrafts } from '../../src/storage/queues/sealedDraftQueue'
import { openSealedPhotos } from '../../src/storage/queues/sealedPhotoQueue'
import type { Vaults } from '../../src/storage/vaultTypes'
import { COMMUNE, deviceWorld, draft, EPOCH, household, id, page, registered, USER, type DeviceWorld } from './deviceWorld'

const OTHER_DEVICE = '0190a000-0000-7000-8000-00000000d002'

async function twoTabs() {
  const world = await deviceWorld()
  const first = await world.enrol()
  const second = await world.unlock()
  return { world, first, second }
}

/** The same code, loaded once more. */
async function anotherPage({ clock, indexedDb, locks }: DeviceWorld): Promise<Vaults> {
  vi.resetModules()
  const { openVaults } = await import('../../src/storage/vaults')
  return openVaults({ now: () => clock.ms, indexedDb, locks })
}

/** Waits for what the other tab tells, not for time: each change of the ledger is looked at. */
function until(ledger: Ledger, isTrue: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!isTrue()) return
      stop()
      resolve()
    }
    const stop = ledger.subscribe(look)
    look()
  })
}

afterEach(() => vi.unstubAllGlobals())

describe('two tabs of one book', () => {
  it('see each other’s submits, drafts and pages', async () => {
    const { first, second } = await twoTabs()

    await first.submit(household(id(1), { headName: 'Ban' }))
    await first.saveDraft(draft(id(2), { headName: 'Tơr' }))
    await first.replica.applyPage(COMMUNE, page([registered(id(3), { headName: 'Hoa' })]))
    await until(second, () => second.cards().length === 3)

    expect(second.cards().map((card) => [card.name, displayState(card)]).sort()).toEqual([['Ban', 'queued'], ['Hoa', 'live'], ['Tơr', 'draft']])
  })

  it('end a draft left as it began only where the other has not typed in it', async () => {
    const { first, second } = await twoTabs()
    const begun = draft(id(2), {})
    await first.saveDraft(begun)
    const typed = { ...begun, answers: { headName: 'Tơr' }, savedAt: '2026-11-30T23:00:00.000Z' }
    await second.saveDraft(typed)

    expect([await first.leaveDraft(begun), await first.findDraft(id(2))]).toEqual([{ ok: true, value: false }, typed])
    expect([await second.leaveDraft(typed), await first.findDraft(id(2))]).toEqual([{ ok: true, value: true }, undefined])
  })

  it('[S20] take no page that goes on from where the replica does not stand any more', async () => {
    const { first, second } = await twoTabs()
    const stood = await second.replica.cursor(COMMUNE)
    await first.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban' })], { cursor: { epoch: EPOCH, scope: 's', seq: 9 } }))

    const applied = await second.replica.applyPage(COMMUNE, page([registered(id(2), { headName: 'Hoa' })], { reset: true, stood, cursor: { epoch: EPOCH, scope: 's', seq: 3 } }))

    expect(applied).toEqual({ ok: true, value: 'overtaken' })
    expect((await first.replica.cursor(COMMUNE))?.seq).toBe(9)
    expect([...(await first.replica.findRecords(COMMUNE, [id(1), id(2)])).keys()]).toEqual([id(1)])
  })

  it('[S7] never give one counter to two operations', async () => {
    const { first, second } = await twoTabs()

    await Promise.all([1, 2, 3, 4, 5, 6].map((n) => (n % 2 ? first : second).submit(household(id(n), { headName: `Hộ ${n}` }))))

    const waiting = await first.outbox.waiting(COMMUNE, 10)
    expect(waiting.map((one) => one.counter)).toEqual([1, 2, 3, 4, 5, 6])
    expect(new Set(waiting.map((one) => one.operation?.record)).size).toBe(6)
  })

  it('[S16] write nothing more under an id that the other has given up', async () => {
    // What the tabs tell each other is still on its way.
    vi.stubGlobal('BroadcastChannel', undefined)
    const { world, first, second } = await twoTabs()
    await first.submit(household(id(1), { headName: 'Hộ 1' }))

    await first.outbox.renew(world.enrolment({ device: OTHER_DEVICE }), false)
    await second.submit(household(id(2), { headName: 'Hộ 2' }))

    expect((await first.outbox.waiting(COMMUNE, 10)).map(({ counter }) => counter)).toEqual([1, 2])
    expect((await world.queue.envelopes(10)).map(({ device }) => device)).toEqual([OTHER_DEVICE, OTHER_DEVICE])
  })

  it('[S44] keep a photo under the id that the other took', async () => {
    vi.stubGlobal('BroadcastChannel', undefined)
    const { world, first, second } = await twoTabs()
    await first.outbox.renew(world.enrolment({ device: OTHER_DEVICE }), false)

    expect(await second.photos.keep({ commune: COMMUNE, record: id(1), bytes: new Uint8Array(300) })).toMatchObject({ ok: true })

    await world.vaults.forget(USER)
    expect((await openSealedPhotos(() => true, world.indexedDb).photos()).map(({ device }) => device)).toEqual([OTHER_DEVICE])
  })

  it.each<readonly [string, (ledger: Ledger) => Promise<unknown>]>([
    ['a form', (ledger) => ledger.submit(household(id(1), { headName: 'Ban' }))],
    ['a photo', (ledger) => ledger.photos.keep({ commune: COMMUNE, record: id(1), bytes: new Uint8Array(300) })],
  ])('[S23] are told that the book is gone where it was forgotten in the other: %s', async (_what, write) => {
    vi.stubGlobal('BroadcastChannel', undefined)
    const { world, first } = await twoTabs()
    await first.saveDraft(draft(id(9), { headName: 'Hoa' }))
    await world.vaults.forget(USER)

    expect(await write(first)).toEqual({ ok: false, error: { kind: 'storageLost' } })
  })

  it('[S29] are closed when another page forgets the account: what they wrote would be under a key that is gone, and keep the next book shut', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    const closed = new Promise<void>((done) => { ledger.subscribe(done) })

    await (await anotherPage(world)).forget(USER)
    await closed

    expect(await ledger.saveDraft(draft(id(1), { headName: 'Ban' }))).toEqual({ ok: false, error: { kind: 'locked' } })
  })

  it('[S29] leave nothing that keeps the next book shut, however late they hear of it', async () => {
    vi.stubGlobal('BroadcastChannel', undefined)
    const { world, first } = await twoTabs()
    await first.saveDraft(draft(id(1), { headName: 'Ba' }))
    await world.vaults.forget(USER)
    await first.saveDraft(draft(id(1), { headName: 'Ban' }))

    expect(await world.vaults.enrol({ ...world.enrolInput, communes: [world.enrolment({ device: OTHER_DEVICE })] })).toMatchObject({ ok: true })

    expect((await openSealedDrafts(world.indexedDb).drafts(10)).map(({ record }) => record)).toEqual([id(1)])
  })

  it('[S19] lose no field when both submit the same record at once', async () => {
    const { first, second } = await twoTabs()
    await first.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban' })]))
    const change = { base: 1, seen: { headName: 'Ban' } }

    await Promise.all([
      first.submit(household(id(1), { headName: 'Ban', phone: '0912345678' }, change)),
      second.submit(household(id(1), { headName: 'Ban', address: 'Tổ 1' }, change)),
    ])

    const [only, ...more] = await first.outbox.waiting(COMMUNE, 10)
    expect([only?.counter, more]).toEqual([1, []])
    expect(only?.operation).toMatchObject({ patch: { phone: '0912345678', address: 'Tổ 1' } })
  })

  it('[S19] lose no field when both add to what waits already, which takes no new counter', async () => {
    const { first, second } = await twoTabs()
    await first.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban' })]))
    await first.submit(household(id(1), { headName: 'Ban', householdCode: 'NS-1' }, { base: 1, seen: { headName: 'Ban' } }))
    const change = { base: 1, seen: { headName: 'Ban', householdCode: 'NS-1' } }

    await Promise.all([
      first.submit(household(id(1), { headName: 'Ban', householdCode: 'NS-1', phone: '0912345678' }, change)),
      second.submit(household(id(1), { headName: 'Ban', householdCode: 'NS-1', address: 'Tổ 1' }, change)),
    ])

    const waiting = await first.outbox.waiting(COMMUNE, 10)
    expect(waiting.map(({ counter, operation }) => [counter, operation])).toMatchObject([[1, { patch: { householdCode: 'NS-1', phone: '0912345678', address: 'Tổ 1' } }]])
  })

  it('[S20] both take pages without losing a card', async () => {
    const { first, second } = await twoTabs()
    const pages = [1, 2, 3, 4].map((n) => page(Array.from({ length: 10 }, (_, at) => registered(id(at * 512 + n), { headName: `Hộ ${n}.${at}` }))))

    await Promise.all(pages.map((one, at) => (at % 2 ? first : second).replica.applyPage(COMMUNE, one)))
    await until(first, () => first.cards().length === 40)
    await until(second, () => second.cards().length === 40)

    expect([first.cards().length, second.cards().length]).toEqual([40, 40])
  })

  it('settle the same outcome once', async () => {
    const { first, second } = await twoTabs()
    await first.submit(household(id(1), { headName: 'Ban' }))
    const outcome = [{ counter: 1, outcome: { kind: 'refused', reason: 'findings' }, receipt: 'r' }] as const

    await Promise.all([first.outbox.settle(COMMUNE, outcome), second.outbox.settle(COMMUNE, outcome)])

    expect(await first.pending()).toMatchObject([{ trouble: { kind: 'refused' } }])
  })
})

describe('operations that go back into the queue while another tab is at work', () => {
  const NEW_EPOCH = '0190a000-0000-7000-8000-00000000e002'
  const NEXT_COMMUNE = '22813'

  /** Two tabs of a book whose forms were taken. */
  async function taken() {
    const { world, first, second } = await twoTabs()
    const counters = [1, 2, 3, 4, 5, 6]
    for (const n of counters) await first.submit(household(id(n), { headName: `Hộ ${n}` }))
    await first.outbox.settle(COMMUNE, counters.map((counter) => ({ counter, outcome: { kind: 'accepted', version: 1 }, receipt: 'r' })))
    return { world, first, second }
  }
  const holder = { userId: USER, username: 'ktor.ninhson', name: 'K’Tơr', role: 'officer', areas: [], mustChangePassword: false } as unknown as Parameters<Ledger['saveHolder']>[0]

  it('[S6] are of the epoch they went back for, though the tab heard meanwhile that something changed', async () => {
    const { world, first, second } = await taken()

    // Nothing goes back: what it needs is here then.
    await first.outbox.sendAgain(COMMUNE, EPOCH, 6)
    const heard = async (): Promise<void> => { for (let n = 0; n < 30; n += 1) await second.saveHolder(holder) }
    await Promise.all([first.outbox.sendAgain(COMMUNE, NEW_EPOCH, 0), heard()])

    expect([first.outbox.epoch(COMMUNE), (await world.unlock()).outbox.epoch(COMMUNE)]).toEqual([NEW_EPOCH, NEW_EPOCH])
  })

  it.each<readonly [string, (ledger: Ledger, world: DeviceWorld) => Promise<unknown>]>([
    ['go back', (ledger) => ledger.outbox.sendAgain(COMMUNE, NEW_EPOCH, 0)],
    ['get another id', (ledger, world) => ledger.outbox.renew(world.enrolment({ device: OTHER_DEVICE }), true)],
  ])('[S6] leave a commune that the other tab has added: they %s', async (_what, work) => {
    vi.stubGlobal('BroadcastChannel', undefined)
    const { world, first } = await taken()
    const added = world.enrolment({ code: NEXT_COMMUNE, device: '0190a000-0000-7000-8000-00000000d003' })
    await world.vaults.enrol({ ...world.enrolInput, communes: [world.enrolment(), added] })

    await work(first, world)

    expect([...(await world.unlock()).communes].sort()).toEqual([COMMUNE, NEXT_COMMUNE])
  })
})

describe('a tab that nobody told that the book goes on under another id', () => {
  /** Whatever is done in the second tab is done after the first has given up the id. */
  async function untold() {
    vi.stubGlobal('BroadcastChannel', undefined)
    const { world, first, second } = await twoTabs()
    const typed = draft(id(9), { headName: 'Tơr' })
    const kept = await second.photos.keep({ commune: COMMUNE, record: id(9), bytes: new Uint8Array(300) })
    await second.saveDraft(typed)
    const discarded = await second.discardDraft(typed)
    await first.outbox.renew(world.enrolment({ device: OTHER_DEVICE }), false)
    return { world, second, typed, putBack: () => (discarded.ok ? discarded.value() : discarded), hash: kept.ok ? kept.value : '' }
  }
  const handedIn = async ({ indexedDb }: DeviceWorld) => [await openSealedDrafts(indexedDb).drafts(10), await openSealedPhotos(() => true, indexedDb).photos()]
  const underNewId = async ({ indexedDb }: DeviceWorld) => (await openSealedDrafts(indexedDb).all()).map(({ device, record }) => [device, record])

  it('[S42] seals what is typed there under the new one', async () => {
    const { world, second, typed } = await untold()

    const saved = await second.saveDraft({ ...typed, answers: { headName: 'Tơr Đượm' } })

    expect([saved.ok, await handedIn(world), await underNewId(world)]).toEqual([true, [[], []], [[OTHER_DEVICE, id(9)]]])
    expect(await second.findDraft(id(9))).toMatchObject({ answers: { headName: 'Tơr Đượm' } })
  })

  it('[S42] [S43] seals a draft that comes back there under the new one', async () => {
    const { world, second } = await untold()
    const name = { device: id(7), record: id(8), savedAt: '2026-11-25T02:10:00.000Z' }

    const laid = await second.rescued.take(name, draft(id(8), { headName: 'Hoa' }))

    expect([laid, await handedIn(world), await underNewId(world)]).toEqual(['laid', [[], []], [[OTHER_DEVICE, id(8)]]])
  })

  it('[S44] seals a photo that is taken there under the new one', async () => {
    const { world, second } = await untold()

    const kept = await second.photos.keep({ commune: COMMUNE, record: id(8), bytes: new Uint8Array(200) })

    expect([kept.ok, await handedIn(world)]).toEqual([true, [[], []]])
  })

  it('[S42] [S44] seals a draft whose end is taken back, and its photo, under the new one', async () => {
    const { world, second, putBack, hash } = await untold()

    const back = await putBack()

    expect([back.ok, await handedIn(world), await underNewId(world)]).toEqual([true, [[], []], [[OTHER_DEVICE, id(9)]]])
    expect(await second.photos.bytes(hash)).toEqual(new Uint8Array(300))
  })
})
