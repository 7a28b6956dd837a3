import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../src/domain/forms/answers'
import { joinDigests, recordCheck } from '../../../src/domain/records/digest'
import type { RecordHead, RegisterRecord } from '../../../src/domain/records/record'
import type { CommuneContext } from '../../../src/protocol/messages'
import type { Draft, Ledger } from '../../../src/storage/ledger'
import { COMMUNE, deviceWorld, HAMLET, id, page, registered, type DeviceWorld } from '../deviceWorld'

const head: RecordHead = { kind: 'labour', hamlet: HAMLET, household: id(1), person: id(2) }
const answers: Answers = { fullName: 'Lò Thị Ban', born: '1990', sex: '2', collectedOn: '2026-09-01', personalId: '056190000555', activityStatus: '1', occupation: 'Làm nương' }

/** Accepted 55 days before the device's now. */
const old = (n: number, change: Partial<RegisterRecord> = {}): RegisterRecord => registered(id(n), answers, {
  ...head, form: 'labour@1', status: 'accepted', version: 3, reviewedAt: '2026-10-01T03:00:00.000Z',
  submission: { by: id(90), device: id(91), run: id(92), at: '2026-09-01T03:00:00.000Z' },
  warnings: [{ id: 'AGE', severity: 'warning', field: 'born' }], reasons: { AGE: 'Đã hỏi lại' }, ...change,
})

const context = (shrinkDays?: number): CommuneContext => ({
  hash: `h${shrinkDays}`, commune: { code: COMMUNE, name: 'Ninh Sơn', province: 'Khánh Hòa', provinceCode: '56' }, people: [], extensions: [],
  hamlets: [{ id: HAMLET, code: 'T1', name: 'Thôn 1', labourTarget: 0, asxhTarget: 0 }],
  settings: { minAge: 15, autoLockMinutes: 5, ...(shrinkDays !== undefined && { shrinkDays }) },
})

/** A device with these records, whole, on which forms shrink after 30 days from here on. */
async function bookWith(records: readonly RegisterRecord[]): Promise<{ readonly world: DeviceWorld; readonly ledger: Ledger }> {
  const world = await deviceWorld()
  const ledger = await world.enrol()
  await ledger.replica.applyPage(COMMUNE, page(records))
  await ledger.replica.saveContext(COMMUNE, context(30))
  return { world, ledger }
}

const held = async (ledger: Ledger, n: number) => (await ledger.getRecord(id(n)))?.server
const draftOn = (n: number, change: Partial<Draft> = {}): Draft =>
  ({ id: id(n), commune: COMMUNE, head, form: 'labour@1', base: 3, seen: answers, answers: { ...answers, occupation: 'Thợ xây' }, reasons: {}, savedAt: '2026-11-25T02:10:00.000Z', ...change })

describe('accepted forms', () => {
  it('shrink after the days the commune says to what lists need, and stay so', async () => {
    const { world, ledger } = await bookWith([old(1)])

    expect(await ledger.shrinkOld()).toEqual({ ok: true, value: 1 })
    expect(await ledger.shrinkOld()).toEqual({ ok: true, value: 0 })

    const { personalId: _n, activityStatus: _a, occupation: _o, ...kept } = answers
    expect(await held(ledger, 1)).toMatchObject({ answers: kept, status: 'accepted', version: 3, warnings: [], reasons: {}, shrunk: recordCheck(old(1)) })
    ledger.lock()
    const again = await world.unlock()
    expect(again.card(id(1))).toMatchObject({ name: 'Lò Thị Ban', status: 'accepted', checkedOn: '2026-09-01', shrunk: true })
    expect(again.card(id(1))).not.toHaveProperty('number')
  })

  it.each<[string, Partial<RegisterRecord>]>([
    ['was accepted yesterday', { reviewedAt: '2026-11-24T03:00:00.000Z' }],
    ['waits for the supervisor', { status: 'submitted', reviewedAt: null }],
    ['came back', { status: 'returned' }],
    ['has a value somebody must choose about', { holds: [{ id: 'h', field: 'phone', value: '0905', reason: 'overlap', by: id(90), at: '2026-10-02T03:00:00.000Z' }] }],
    ['is no form', { kind: 'person', status: 'live', person: null }],
  ])('stay whole: one that %s', async (_why, change) => {
    const { ledger } = await bookWith([old(1, change)])

    expect(await ledger.shrinkOld()).toEqual({ ok: true, value: 0 })
    expect((await held(ledger, 1))?.answers).toEqual(answers)
  })

  it('stay whole where the server says nothing of days', async () => {
    const { ledger } = await bookWith([old(1)])
    await ledger.replica.saveContext(COMMUNE, context())

    expect(await ledger.shrinkOld()).toEqual({ ok: true, value: 0 })
  })

  it('stay whole while somebody has a draft or something unsent on them', async () => {
    const { ledger } = await bookWith([old(1), old(2)])
    await ledger.saveDraft(draftOn(1))
    await ledger.submit({ id: id(2), commune: COMMUNE, head, form: 'labour@1', base: 3, seen: answers, answers: { ...answers, phone: '0905123456' }, reasons: {} })

    expect(await ledger.shrinkOld()).toEqual({ ok: true, value: 0 })
    await ledger.replica.applyPage(COMMUNE, page([old(1), old(2)]))
    expect((await held(ledger, 1))?.shrunk).toBeUndefined()
    expect((await held(ledger, 2))?.shrunk).toBeUndefined()
  })

  it('that a draft of another tab stands on stay whole', async () => {
    const { world, ledger } = await bookWith([old(1)])
    const other = await world.unlock()
    const [saved, shrunk] = await Promise.all([other.saveDraft(draftOn(1)), ledger.shrinkOld()])
    expect([saved.ok, shrunk.ok]).toEqual([true, true])

    const sent = await other.submit({ ...draftOn(1), reasons: {} })

    expect(sent.ok && sent.value).toMatchObject({ base: 3, patch: { occupation: 'Thợ xây' } })
  })

  it('come down already shrunk where they are old: they never lie on the disk whole', async () => {
    const { ledger } = await bookWith([])

    await ledger.replica.applyPage(COMMUNE, page([old(1)]))

    expect((await held(ledger, 1))?.shrunk).toBe(recordCheck(old(1)))
  })

  it('[S24] count in the comparison with the server as what they are whole', async () => {
    const { ledger } = await bookWith([old(1), old(2)])
    const before = joinDigests([...ledger.replica.digests(COMMUNE).values()])

    await ledger.shrinkOld()

    expect(joinDigests([...ledger.replica.digests(COMMUNE).values()])).toEqual(before)
  })

  it('are nothing a change can be laid on: the sync asks for them whole', async () => {
    const { ledger } = await bookWith([old(1), old(2, { status: 'submitted' })])
    await ledger.shrinkOld()

    expect([...(await ledger.replica.findRecords(COMMUNE, [id(1), id(2)])).keys()]).toEqual([id(2)])
  })

  it('keep their cards right when a new version of the app makes these again', async () => {
    const { world, ledger } = await bookWith([old(1)])
    await ledger.shrinkOld()
    const before = ledger.card(id(1))
    ledger.lock()
    const { default: Dexie } = await import('dexie')
    const db = await new Dexie(`sothon-${world.enrolInput.userId}`, world.indexedDb).open()
    await db.table('cards').clear()
    db.close()

    expect((await world.unlock()).card(id(1))).toEqual(before)
  })
})

describe('a form that shrank', () => {
  it('comes back whole to be read, and stays so while the book is open', async () => {
    const { world, ledger } = await bookWith([old(1)])
    await ledger.shrinkOld()

    expect(await ledger.takeWhole(old(1))).toEqual({ ok: true, value: true })

    expect(await held(ledger, 1)).toEqual(old(1))
    expect(ledger.card(id(1))).not.toHaveProperty('shrunk')
    expect(await ledger.shrinkOld()).toEqual({ ok: true, value: 0 })
    ledger.lock()
    expect(await (await world.unlock()).shrinkOld()).toEqual({ ok: true, value: 1 })
  })

  it('is not replaced by another version, nor by what was changed on the way', async () => {
    const { ledger } = await bookWith([old(1)])
    await ledger.shrinkOld()

    expect(await ledger.takeWhole(old(1, { version: 4 }))).toEqual({ ok: true, value: false })
    expect(await ledger.takeWhole(old(1, { answers: { ...answers, fullName: 'Ai đó' } }))).toEqual({ ok: true, value: false })
    expect(await ledger.takeWhole(old(7))).toEqual({ ok: true, value: false })
    expect((await held(ledger, 1))?.shrunk).toBe(recordCheck(old(1)))
  })

  it('under a form already written sends what its author changed, and takes nothing away', async () => {
    const { ledger } = await bookWith([old(1)])
    await ledger.shrinkOld()

    const sent = await ledger.submit({ id: id(1), commune: COMMUNE, head, form: 'labour@1', base: 3, seen: answers, answers: { ...answers, occupation: 'Thợ xây' }, reasons: {} })

    expect(sent.ok && sent.value).toMatchObject({ base: 3, patch: { occupation: 'Thợ xây' } })
  })
})
