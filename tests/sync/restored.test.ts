import { describe, expect, it } from 'vitest'
import type { Transport } from '../../src/sync/transport'
import { MemoryPhone } from '../support/memory/memoryPhone'
import { MemoryServer } from '../support/memory/memoryServer'

const EPOCH = '01890000-0000-7000-8000-0000000000ee'
const NEXT_EPOCH = '01890000-0000-7000-8000-0000000000ef'
const HAMLET = '01890000-0000-7000-8000-0000000000aa'
const id = (n: number): string => `01890000-0000-7000-8000-bb${String(n).padStart(10, '0')}`
const device = (n: number): string => `01890000-0000-7000-8000-dd${String(n).padStart(10, '0')}`

/** Two phones that registered five households between them; the first did 1, 2, 4, the second 3, 5. */
async function village() {
  const server = new MemoryServer(EPOCH, () => Date.UTC(2026, 10, 25))
  const line: Transport = {
    exchange: async (request) => ({ ok: true, value: { response: structuredClone(server.handle(structuredClone(request))), bytesUp: 0, bytesDown: 0, serverTime: null, isCut: false, tookMs: 0 } }),
  }
  const phones = [1, 2].map((n) => {
    server.enrol(device(n), device(n), 'officer')
    return new MemoryPhone(device(n), EPOCH, line, () => 0.5)
  }) as [MemoryPhone, MemoryPhone]
  for (const n of [1, 2, 3, 4, 5]) {
    const phone = phones[n === 3 || n === 5 ? 1 : 0]
    phone.submitHousehold(id(n), HAMLET, { householdCode: `NS-${n}`, headName: `Hộ ${n}` })
    await phone.sync()
  }
  return { server, phones }
}

const names = (server: MemoryServer) => server.records().map((record) => record.answers.headName).sort()
const ALL = ['Hộ 1', 'Hộ 2', 'Hộ 3', 'Hộ 4', 'Hộ 5']

describe('after the register was restored from an older backup', () => {
  it.each([['and the devices were told', NEXT_EPOCH], ['and nobody told the devices', EPOCH]])('[S6] it gets back from the phones what it lost, %s', async (_, epoch) => {
    const { server, phones } = await village()
    server.restore(1, epoch)
    expect(names(server)).toEqual(['Hộ 1'])

    for (const phone of [...phones, ...phones]) expect(await phone.sync()).toEqual({ kind: 'done' })

    expect(names(server)).toEqual(ALL)
    for (const phone of phones) expect([...phone.records.values()].map((record) => record.answers.headName).sort()).toEqual(ALL)
  })

  it('[S6] what is done afterwards follows what was lost, in order', async () => {
    const { server, phones: [phone] } = await village()
    server.restore(1, NEXT_EPOCH)
    phone.submitHousehold(id(6), HAMLET, { householdCode: 'NS-6', headName: 'Hộ 6' })

    expect(await phone.sync()).toEqual({ kind: 'done' })

    expect(server.log.filter((entry) => entry.device === device(1)).map((entry) => entry.operation.counter)).toEqual([1, 2, 3, 4])
  })

  it.each([['told', NEXT_EPOCH], ['not told', EPOCH]])('[S6] new work is never kept back by what the phone holds no more: devices %s', async (_, epoch) => {
    const { server, phones: [phone] } = await village()
    server.restore(0, epoch)
    phone.forgetDone()
    phone.submitHousehold(id(6), HAMLET, { householdCode: 'NS-6', headName: 'Hộ 6' })

    expect(await phone.sync()).toEqual({ kind: 'done' })

    expect([names(server), phone.waiting()]).toEqual([['Hộ 6'], 0])
  })

  it('[S6] [S11] what a late envelope brought first, and was refused there, comes to light', async () => {
    const { server, phones: [first, second] } = await village()
    await second.sync()
    second.submitHousehold(id(1), HAMLET, { headName: 'Hộ 1 sửa' })
    const late = structuredClone(second.submitted.at(-1)!)
    await second.sync()
    server.restore(0, NEXT_EPOCH)
    server.handle({ protocol: 1, device: device(2), commune: '22810', run: id(9), epoch: NEXT_EPOCH, ops: [...second.submitted.slice(0, 2), late], pull: null, context: null })

    for (const phone of [second, first]) await phone.sync()

    expect(second.trouble).toEqual([{ counter: late.counter, outcome: { kind: 'refused', reason: 'unknownRecord' } }])
  })

  it('[S25] [S6] a sync is not done while something waits behind the hole that a refused operation left', async () => {
    const { server, phones: [phone] } = await village()
    phone.submit(id(1), { head: { kind: 'person', hamlet: HAMLET, household: id(7), person: null }, form: 'person@1', patch: { fullName: 'Người khác' } })
    phone.submitHousehold(id(7), HAMLET, { householdCode: 'NS-7', headName: 'Hộ 7' })
    await phone.sync()
    expect(phone.trouble).toHaveLength(1)
    server.restore(0, NEXT_EPOCH)
    phone.submitHousehold(id(8), HAMLET, { householdCode: 'NS-8', headName: 'Hộ 8' })

    expect(await phone.sync()).toEqual({ kind: 'done' })

    expect(phone.waiting()).toBe(0)
  })
})
