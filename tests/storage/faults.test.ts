import { FDBObjectStore, FDBTransaction, fillDisk, forceCloseDatabase } from './fakeStores'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { COMMUNE, deviceWorld, draft, household, id, page, registered, USER, type DeviceWorld } from './deviceWorld'

afterEach(() => vi.restoreAllMocks())

describe('a full disk', () => {
  it('is said, and nothing that was there is lost', async () => {
    const ledger = await (await deviceWorld()).enrol()
    await ledger.saveDraft(draft(id(1), { headName: 'Lò Thị' }))
    fillDisk()

    const saved = await ledger.saveDraft(draft(id(1), { headName: 'Lò Thị Ban' }))
    const sent = await ledger.submit(household(id(1), { headName: 'Lò Thị Ban' }))
    const pulled = await ledger.replica.applyPage(COMMUNE, page([registered(id(2), { headName: 'Tơr' })]))
    vi.restoreAllMocks()

    expect([saved, sent, pulled]).toEqual(Array(3).fill({ ok: false, error: { kind: 'diskFull' } }))
    expect((await ledger.findDraft(id(1)))?.answers).toEqual({ headName: 'Lò Thị' })
    expect([await ledger.pending(), await ledger.replica.cursor(COMMUNE)]).toEqual([[], null])
    expect((await ledger.submit(household(id(1), { headName: 'Lò Thị Ban' }))).ok).toBe(true)
  })

  it('[S12] makes the bookkeeping of sync fail aloud, so that the same outcomes come again', async () => {
    const ledger = await (await deviceWorld()).enrol()
    await ledger.submit(household(id(1), { headName: 'Ban' }))
    fillDisk()

    await expect(ledger.outbox.settle(COMMUNE, [{ counter: 1, outcome: { kind: 'accepted', version: 1 }, receipt: 'r' }])).rejects.toMatchObject({ failure: { kind: 'diskFull' } })
    vi.restoreAllMocks()

    expect(await ledger.outbox.waitingCount(COMMUNE)).toBe(1)
  })
})

describe('a store the browser closed', () => {
  it('[S23] is opened again once, and the write goes through', async () => {
    const ledger = await (await deviceWorld()).enrol()
    const put = FDBObjectStore.prototype.put
    vi.spyOn(FDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('the connection was lost', 'InvalidStateError')
    }).mockImplementation(function (this: unknown, ...row) {
      return put.apply(this as never, row as never)
    })

    expect((await ledger.saveDraft(draft(id(1), { headName: 'Ban' }))).ok).toBe(true)
    expect((await ledger.findDraft(id(1)))?.answers).toEqual({ headName: 'Ban' })
  })

  it('[S23] between two keystrokes is opened again, and the second is kept', async () => {
    const ledger = await (await deviceWorld()).enrol()
    const put = vi.spyOn(FDBObjectStore.prototype, 'put')
    await ledger.saveDraft(draft(id(1), { headName: 'B' }))
    forceCloseDatabase((put.mock.contexts[0] as unknown as IDBObjectStore).transaction.db as never)

    expect((await ledger.saveDraft(draft(id(1), { headName: 'Ban' }))).ok).toBe(true)
    expect((await ledger.findDraft(id(1)))?.answers).toEqual({ headName: 'Ban' })
  })

  it.each([1, 2, 3, 4, 5])('[S23] at write %i of many rows is opened again once, and they are written', async (nth) => {
    const ledger = await (await deviceWorld()).enrol()
    closeAtWrite(nth)

    expect(await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban' }), registered(id(2), { headName: 'Tơr' })]))).toEqual({ ok: true, value: null })
    expect(ledger.cards().map((card) => card.id).sort()).toEqual([id(1), id(2)])
  })

  it('[S23] that was erased is never written into as if nothing had happened', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    await new Promise((done) => { world.indexedDb.indexedDB.deleteDatabase(`sothon-${USER}`).onsuccess = done })

    expect(await ledger.saveDraft(draft(id(1), { headName: 'Ban' }))).toEqual({ ok: false, error: { kind: 'storageLost' } })
  })
})

describe('a book that is locked in the middle of a save', () => {
  it.each([0, 1, 2, 5])('after %i steps keeps nothing where it answers locked, and its store stays closed', async (steps) => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    const opened = vi.spyOn(world.indexedDb.indexedDB, 'open')

    const saving = ledger.saveDraft(draft(id(1), { headName: 'Ban' }))
    for (let step = 0; step < steps; step += 1) await Promise.resolve()
    ledger.lock()
    const saved = await saving

    expect(opened).not.toHaveBeenCalled()
    expect(saved).toEqual({ ok: false, error: { kind: 'locked' } })
    expect(await (await world.unlock()).findDraft(id(1))).toBeUndefined()
  })
})

/** At the nth write the browser closes the database, and the transaction that is under way ends. */
function closeAtWrite(nth: number): void {
  const put = FDBObjectStore.prototype.put
  let writes = 0
  vi.spyOn(FDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
    const request = put.apply(this, row)
    if ((writes += 1) === nth) {
      forceCloseDatabase(this.transaction.db as never)
      this.transaction.abort()
    }
    return request
  })
}

describe('killing the app in the middle of a submit', () => {
  it.each([1, 2, 3, 4, 5, 6])('[S19] at write %i leaves the draft as it was and queues nothing', async (nth) => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    await ledger.saveDraft(draft(id(1), { headName: 'Ban' }))
    killAtWrite(nth)

    const killed = await ledger.submit(household(id(1), { headName: 'Ban' }))
    vi.restoreAllMocks()
    ledger.lock()
    const again = await world.unlock()

    const isDone = killed.ok
    expect((await again.findDraft(id(1))) !== undefined).toBe(!isDone)
    expect([(await again.pending()).length, (await world.queue.envelopes(10)).length]).toEqual(isDone ? [1, 1] : [0, 0])
    expect(await nextCounter(world)).toBe(isDone ? 2 : 1)
  })
})

/** From the nth write on no transaction commits, as when the process ends there. */
function killAtWrite(nth: number): void {
  let writes = 0
  for (const name of ['put', 'delete'] as const) {
    const write = FDBObjectStore.prototype[name] as (...input: unknown[]) => unknown
    vi.spyOn(FDBObjectStore.prototype, name).mockImplementation(function (this: { transaction: InstanceType<typeof FDBTransaction> }, ...input: unknown[]) {
      writes += 1
      const request = write.apply(this, input)
      if (writes >= nth) this.transaction.abort()
      return request as never
    } as never)
  }
}

async function nextCounter(world: DeviceWorld): Promise<number | undefined> {
  const ledger = await world.unlock()
  const next = await ledger.submit(household(id(50), { headName: 'Tơr' }))
  return next.ok ? next.value?.counter : undefined
}
