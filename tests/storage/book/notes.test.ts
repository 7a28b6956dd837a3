import { afterEach, describe, expect, it, vi } from 'vitest'
import type { UnsentNotes } from '../../../src/storage/ledger'
import { COMMUNE, deviceWorld, HAMLET, id, page, registered } from '../deviceWorld'
import { FDBObjectStore, fillDisk } from '../fakeStores'
import { spoil } from '../spoil'

afterEach(() => vi.restoreAllMocks())

const returned = (notes: UnsentNotes) =>
  ({ type: 'return', commune: COMMUNE, record: id(1), base: 1, notes: Object.entries(notes).map(([field, text]) => ({ field, text })) }) as const
const declined = (reply: string) => ({ type: 'move', commune: COMMUNE, record: id(1), base: 1, hamlet: HAMLET, household: null, person: null, reply }) as const
const refused = (counter: number) => ({ counter, outcome: { kind: 'refused', reason: 'changedSince' } as const, receipt: '22810-000009' })

async function desk() {
  const world = await deviceWorld()
  const ledger = await world.enrol()
  await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban' }, { status: 'submitted' })]))
  return { world, ledger }
}

describe('notes half written on a form', () => {
  it('are there after the book was locked or the page killed', async () => {
    const { world, ledger } = await desk()
    const keys = [...'Xem lại thẻ']
    await Promise.all(keys.map((_, at) => ledger.saveNotes(id(1), { born: keys.slice(0, at + 1).join('') })))
    await ledger.saveNotes(id(1), { sex: 'Hỏi lại' })
    ledger.lock()

    expect(await (await world.unlock()).findNotes(id(1))).toEqual({ born: 'Xem lại thẻ', sex: 'Hỏi lại' })
  })

  it('are on disk before the book locks, though nobody waits for them any more', async () => {
    const { world, ledger } = await desk()
    void ledger.saveNotes(id(1), { born: 'Xem' })
    void ledger.saveNotes(id(1), { born: 'Xem lại' })

    await ledger.settled()
    ledger.lock()

    expect(await (await world.unlock()).findNotes(id(1))).toEqual({ born: 'Xem lại' })
  })

  it('are read as they were typed last, also while that is being written', async () => {
    const { ledger } = await desk()
    void ledger.saveNotes(id(1), { born: 'X' })
    void ledger.saveNotes(id(1), { sex: 'Y' })
    void ledger.saveNotes(id(1), { born: 'Xem' })

    expect(await ledger.findNotes(id(1))).toEqual({ born: 'Xem', sex: 'Y' })
  })

  it('are taken away by blank text', async () => {
    const { ledger } = await desk()
    await ledger.saveNotes(id(1), { born: 'Xem lại' })

    await ledger.saveNotes(id(1), { born: '  ' })

    expect(await ledger.findNotes(id(1))).toEqual({})
  })

  it.each(['accept', 'return'] as const)('end with the decision to %s, and not with a choice between two values', async (type) => {
    const { ledger } = await desk()
    await ledger.saveNotes(id(1), { born: 'Xem lại' })
    await ledger.review([{ type: 'resolve', commune: COMMUNE, record: id(1), base: 1, choices: [] }])
    expect(await ledger.findNotes(id(1))).toEqual({ born: 'Xem lại' })

    const input = { commune: COMMUNE, record: id(1), base: 1 }
    await ledger.review([type === 'return' ? { ...input, type, notes: [{ field: 'born', text: 'Xem lại' }] } : { ...input, type }])

    expect(await ledger.findNotes(id(1))).toEqual({})
  })

  it('that another tab writes on the form do not end with a return that did not carry them, and it lies sealed alone', async () => {
    const { world, ledger } = await desk()
    const second = await world.unlock()
    await ledger.saveNotes(id(1), { born: 'Xem lại thẻ' })
    await second.saveNotes(id(1), { sex: 'tab hai' })

    await ledger.review([returned({ born: 'Xem lại thẻ' })])

    expect(await second.findNotes(id(1))).toEqual({ sex: 'tab hai' })
    await spoil(world, 'state', `note:${id(1)}:sex`)
    expect(await second.findNotes(id(1))).toEqual({ sex: 'tab hai' })
  })

  it('that say more by now than what a return carries stay', async () => {
    const { world, ledger } = await desk()
    await ledger.saveNotes(id(1), { born: 'Xem lại' })
    await (await world.unlock()).saveNotes(id(1), { born: 'Xem lại thẻ mới' })

    await ledger.review([returned({ born: 'Xem lại' })])

    expect(await ledger.findNotes(id(1))).toEqual({ born: 'Xem lại thẻ mới' })
  })

  it('are written while the return of others is being queued, too', async () => {
    const { ledger } = await desk()
    await ledger.saveNotes(id(1), { born: 'Xem lại' })

    await Promise.all([ledger.review([returned({ born: 'Xem lại' })]), ledger.saveNotes(id(1), { sex: 'Hỏi lại' })])

    expect(await ledger.findNotes(id(1))).toEqual({ sex: 'Hỏi lại' })
  })

  it('say which forms they are on, until the decision', async () => {
    const { ledger } = await desk()
    expect(await ledger.notedRecords()).toEqual(new Set())
    void ledger.saveNotes(id(1), { born: 'Xem lại', sex: 'Hỏi lại' })
    expect(await ledger.notedRecords()).toEqual(new Set([id(1)]))

    await ledger.review([{ type: 'accept', commune: COMMUNE, record: id(1), base: 1 }])

    expect(await ledger.notedRecords()).toEqual(new Set())
  })

  it('of two tabs lie side by side, field by field', async () => {
    const { world, ledger } = await desk()
    const second = await world.unlock()

    await ledger.saveNotes(id(1), { born: 'tab một' })
    await second.saveNotes(id(1), { sex: 'tab hai' })

    expect(await ledger.findNotes(id(1))).toEqual({ born: 'tab một', sex: 'tab hai' })
  })

  it('stay where they are when the record is pulled again', async () => {
    const { ledger } = await desk()
    await ledger.saveNotes(id(1), { born: 'Xem lại' })

    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban' }, { status: 'submitted', version: 2 })]))

    expect(await ledger.findNotes(id(1))).toEqual({ born: 'Xem lại' })
  })
})

describe('notes of a decision the server refused', () => {
  it('[S11] lie on their form again, sealed as well, and outlive the next decision until it carries them', async () => {
    const { world, ledger } = await desk()
    await ledger.saveNotes(id(1), { born: 'Xem lại thẻ', sex: 'Hỏi lại' })
    await ledger.review([returned({ born: 'Xem lại thẻ', sex: 'Hỏi lại' })])
    let told = 0
    ledger.subscribe(() => { told += 1 })

    await ledger.outbox.settle(COMMUNE, [refused(1)])

    expect([await ledger.findNotes(id(1)), await ledger.notedRecords(), told]).toEqual([{ born: 'Xem lại thẻ', sex: 'Hỏi lại' }, new Set([id(1)]), 1])
    ledger.lock()
    await spoil(world, 'state', `note:${id(1)}:born`)
    const again = await world.unlock()
    await again.review([returned({ sex: 'Hỏi lại' })])
    expect(await again.findNotes(id(1))).toEqual({ born: 'Xem lại thẻ' })
  })

  it('leave what is being written on the same question as it is', async () => {
    const { ledger } = await desk()
    await ledger.review([returned({ born: 'Xem lại', sex: 'Hỏi lại' })])
    await ledger.saveNotes(id(1), { born: 'Xem lại thẻ mới' })

    await ledger.outbox.settle(COMMUNE, [refused(1)])

    expect(await ledger.findNotes(id(1))).toEqual({ born: 'Xem lại thẻ mới', sex: 'Hỏi lại' })
  })

  it('come back once: the answer heard again brings no note back that was taken away since', async () => {
    const { ledger } = await desk()
    await ledger.review([returned({ born: 'Xem lại' })])
    await ledger.outbox.settle(COMMUNE, [refused(1)])
    await ledger.saveNotes(id(1), { born: '' })

    await ledger.outbox.settle(COMMUNE, [refused(1)])

    expect(await ledger.findNotes(id(1))).toEqual({})
  })

  it('are the answer to a request that was declined, too', async () => {
    const { ledger } = await desk()
    await ledger.saveNotes(id(1), { requestReply: 'Chưa có giấy chuyển' })
    await ledger.review([declined('Chưa có giấy chuyển')])
    expect(await ledger.findNotes(id(1))).toEqual({})

    await ledger.outbox.settle(COMMUNE, [refused(1)])

    expect(await ledger.findNotes(id(1))).toEqual({ requestReply: 'Chưa có giấy chuyển' })
  })
})

describe('notes that a full disk did not take', () => {
  const diskFull = { ok: false, error: { kind: 'diskFull' } }
  /** A note that reached the disk, and one on the same record that did not. */
  async function unwritten() {
    const { world, ledger } = await desk()
    await ledger.saveNotes(id(1), { born: 'Xem lại' })
    fillDisk()
    const saved = await ledger.saveNotes(id(1), { sex: 'Hỏi lại' })
    return { world, ledger, saved }
  }
  const onDisk = async ({ world, ledger }: Awaited<ReturnType<typeof desk>>) => {
    vi.restoreAllMocks()
    ledger.lock()
    return (await world.unlock()).findNotes(id(1))
  }

  it('are said not to be stored as long as one is not, whichever is typed in', async () => {
    const { ledger, saved } = await unwritten()

    expect([saved, await ledger.saveNotes(id(1), { born: '' }), await ledger.saveNotes(id(1), {})]).toEqual([diskFull, diskFull, diskFull])
  })

  it('are shown all the same, and the record counts as noted', async () => {
    const { ledger } = await unwritten()
    void ledger.saveNotes(id(1), { born: '' })

    expect([await ledger.findNotes(id(1)), [...(await ledger.notedRecords())]]).toEqual([{ sex: 'Hỏi lại' }, [id(1)]])
  })

  it.each<readonly [string, (ledger: Awaited<ReturnType<typeof desk>>['ledger']) => Promise<unknown>]>([
    ['with the next key in another of them', (ledger) => ledger.saveNotes(id(1), { jobTitle: 'Ghi rõ' })],
    ['when the screen asks for it', (ledger) => ledger.saveNotes(id(1), {})],
    ['before the book locks', (ledger) => ledger.settled()],
  ])('are written %s', async (_when, next) => {
    const { world, ledger } = await unwritten()
    vi.restoreAllMocks()

    await next(ledger)

    expect(await onDisk({ world, ledger })).toMatchObject({ born: 'Xem lại', sex: 'Hỏi lại' })
  })

  it('do not come back with a retry that runs beside the return that carries them', async () => {
    const { world, ledger } = await unwritten()
    vi.restoreAllMocks()
    const put = FDBObjectStore.prototype.put
    let retry: Promise<unknown> | undefined
    vi.spyOn(FDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
      if (this.name === 'outbox') retry ??= ledger.saveNotes(id(1), {})
      return put.apply(this as never, row as never)
    })

    await ledger.review([returned({ sex: 'Hỏi lại' })])
    await retry

    expect(retry).toBeDefined()
    expect([await ledger.findNotes(id(1)), await onDisk({ world, ledger })]).toEqual([{ born: 'Xem lại' }, { born: 'Xem lại' }])
  })

  it('do not come back after the decision that carried or ended them', async () => {
    const { world, ledger } = await unwritten()
    vi.restoreAllMocks()
    await ledger.review([returned({ sex: 'Hỏi lại' })])
    await ledger.saveNotes(id(1), {})
    const afterReturn = await ledger.findNotes(id(1))
    fillDisk()
    await ledger.saveNotes(id(1), { jobTitle: 'Ghi rõ' })
    vi.restoreAllMocks()
    await ledger.review([{ type: 'accept', commune: COMMUNE, record: id(1), base: 1 }])
    await ledger.settled()

    expect([afterReturn, await onDisk({ world, ledger })]).toEqual([{ born: 'Xem lại' }, {}])
  })
})
