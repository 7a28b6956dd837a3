import { describe, expect, it } from 'vitest'
import { COMMUNE, deviceWorld, id, page, registered } from '../deviceWorld'

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
    await ledger.review([{ type: 'resolve', commune: COMMUNE, record: id(1), choices: [] }])
    expect(await ledger.findNotes(id(1))).toEqual({ born: 'Xem lại' })

    const input = { commune: COMMUNE, record: id(1), base: 1 }
    await ledger.review([type === 'return' ? { ...input, type, notes: [{ field: 'born', text: 'Xem lại' }] } : { ...input, type }])

    expect(await ledger.findNotes(id(1))).toEqual({})
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
