import { describe, expect, it, vi } from 'vitest'
import { sameAnswer } from '../../src/domain/forms/answers'
import type { Outcome } from '../../src/domain/records/outcome'
import type { SyncRequest } from '../../src/protocol/messages'
import type { Transport } from '../../src/sync/transport'
import { MemoryPhone } from '../support/memory/memoryPhone'
import { MemoryServer } from '../support/memory/memoryServer'
import { randomFrom } from '../support/randomFrom'

const EPOCH = '01890000-0000-7000-8000-0000000000ee'
const HAMLET = '01890000-0000-7000-8000-0000000000aa'
const uuid = (kind: string, n: number): string => `01890000-0000-7000-8000-${kind}${String(n).padStart(10, '0')}`
const NOW = Date.UTC(2026, 10, 25)

type Fault = 'requestLost' | 'answerLost' | 'doubled' | 'none'

/** A line that loses requests and answers and delivers twice, as the dice say; `calm` ends the storm. */
function line(server: MemoryServer, faultOf: () => Fault): Transport {
  return {
    async exchange(request) {
      const fault = faultOf()
      if (fault === 'requestLost') return { ok: false, error: { kind: 'offline' } }
      const sent = structuredClone(request)
      let response = server.handle(sent)
      if (fault === 'doubled') response = server.handle(structuredClone(request))
      if (fault === 'answerLost') return { ok: false, error: { kind: 'offline' } }
      return { ok: true, value: { response: structuredClone(response), bytesUp: JSON.stringify(request).length / 4, bytesDown: 0, serverTime: NOW, isCut: false, tookMs: 0 } }
    },
  }
}

function village(phones: number, faultOf: () => Fault, random: () => number) {
  const server = new MemoryServer(EPOCH, () => NOW)
  const devices = Array.from({ length: phones }, (_, n) => {
    const device = uuid('dd', n)
    server.enrol(device, uuid('cc', n), 'officer')
    return new MemoryPhone(device, EPOCH, line(server, faultOf), random)
  })
  return { server, devices }
}

const household = (name: string) => ({ householdCode: `NS-${name.length}`, headName: name })

describe('phones and their server', () => {
  it('[S7] a reply lost on the mountain does not register the household twice', async () => {
    const faults: Fault[] = ['answerLost']
    const { server, devices: [phone] } = village(1, () => faults.shift() ?? 'none', () => 0.5)
    phone?.submitHousehold(uuid('bb', 1), HAMLET, household('Lò Thị Ban'))

    expect(await phone?.sync()).toEqual({ kind: 'done' })

    expect(server.records().map((record) => [record.answers.headName, record.version])).toEqual([['Lò Thị Ban', 1]])
    expect(server.log).toHaveLength(1)
    expect(phone?.waiting()).toBe(0)
  })

  it('[S6] an answer that comes late, when another tab has got further, is none of a server that lost something', async () => {
    const server = new MemoryServer(EPOCH, () => NOW)
    server.enrol(uuid('dd', 0), uuid('cc', 0), 'officer')
    const requests: SyncRequest[] = []
    let isCut = true
    let held: Promise<void> | null = null
    const phone = new MemoryPhone(uuid('dd', 0), EPOCH, {
      async exchange(request) {
        requests.push(request)
        if (isCut) return { ok: false, error: { kind: 'offline' } }
        const response = structuredClone(server.handle(structuredClone(request)))
        await held
        return { ok: true, value: { response, bytesUp: 0, bytesDown: 0, serverTime: NOW, isCut: false, tookMs: 0 } }
      },
    }, () => 0.5)
    phone.submit(uuid('bb', 1), { head: { kind: 'household', hamlet: HAMLET, household: null, person: null }, form: 'person@1', patch: { fullName: 'Lò Thị Ban' } })
    await phone.sync()
    isCut = false
    requests.length = 0
    let comes = (): void => {}
    held = new Promise((resolve) => { comes = resolve })

    const late = phone.sync()
    await vi.waitUntil(() => requests.length > 0)
    held = null
    await phone.sync()
    phone.submitHousehold(uuid('bb', 2), HAMLET, household('Tơr'))
    comes()

    expect([await late, phone.waiting(), phone.trouble.map(({ outcome }) => outcome.kind)]).toEqual([{ kind: 'done' }, 0, ['refused']])
    expect(requests.flatMap(({ ops }) => ops).filter((op) => (op as { type: string }).type === 'lost')).toEqual([])
  })

  it('[S11] a line that never answers ends the run and keeps everything', async () => {
    const { server, devices: [phone] } = village(1, () => 'requestLost', () => 0.5)
    phone?.submitHousehold(uuid('bb', 1), HAMLET, household('Lò Thị Ban'))

    expect(await phone?.sync()).toEqual({ kind: 'trouble', trouble: { kind: 'offline' } })

    expect(phone?.waiting()).toBe(1)
    expect(server.records()).toEqual([])
  })

  it('[S15] two officers correct the same field apart: the first stays, the second is held and shown, none is lost', async () => {
    const { server, devices: [first, second] } = village(2, () => 'none', () => 0.5)
    const id = uuid('bb', 1)
    first?.submitHousehold(id, HAMLET, household('Lò Thị Ban'))
    await first?.sync()
    await second?.sync()

    first?.submitHousehold(id, HAMLET, { headName: 'Lò Thị Bản' })
    second?.submitHousehold(id, HAMLET, { headName: 'Lò Thị Bàn' })
    await first?.sync()
    await second?.sync()

    const [record] = server.records()
    expect(record?.answers.headName).toBe('Lò Thị Bản')
    expect(record?.holds.map((hold) => [hold.field, hold.value])).toEqual([['headName', 'Lò Thị Bàn']])
    expect(second?.trouble.map(({ outcome }) => outcome.kind)).toEqual(['held'])
  })

  it('[S16] two offline corrections of one officer never stand against each other', async () => {
    const { server, devices: [phone] } = village(1, () => 'none', () => 0.5)
    const id = uuid('bb', 1)
    phone?.submitHousehold(id, HAMLET, household('Lò Thị Ban'))
    phone?.submitHousehold(id, HAMLET, { headName: 'Lò Thị Bản' })
    phone?.submitHousehold(id, HAMLET, { headName: 'Lò Thị Bàn' })

    await phone?.sync()

    expect(server.records().map((record) => [record.answers.headName, record.holds])).toEqual([['Lò Thị Bàn', []]])
  })
})

const faults: readonly Fault[] = ['none', 'none', 'none', 'requestLost', 'answerLost', 'doubled']

/** One village's week: edits and syncs in any order over a bad line, then calm. Gives what must hold, whatever happened. */
async function storm(seed: number) {
  const random = randomFrom(seed)
  const pick = (n: number): number => Math.floor(random() * n)
  let calm = false
  const { server, devices } = village(3, () => (calm ? 'none' : (faults[pick(faults.length)] ?? 'none')), random)
  let submitted = 0
  for (let step = 0; step < 40; step += 1) {
    const phone = devices[pick(devices.length)]
    if (random() < 0.4) {
      await phone?.sync()
      continue
    }
    const id = uuid('bb', pick(6))
    const known = phone?.records.has(id)
    const name = `Lò Thị ${String.fromCharCode(65 + pick(26))}${step}`
    phone?.submitHousehold(id, HAMLET, known ? { headName: name } : household(name))
    submitted += 1
  }
  calm = true
  for (let round = 0; round < 2; round += 1) for (const phone of devices) await phone.sync()
  return { server, devices, submitted }
}

const applied = (outcome: Outcome): outcome is Extract<Outcome, { kind: 'accepted' | 'merged' }> => outcome.kind === 'accepted' || outcome.kind === 'merged'

describe('any week over a bad line', () => {
  it.each(Array.from({ length: 200 }, (_, seed) => seed))('seed %i: nothing doubled, nothing lost, all replicas equal', async (seed) => {
    const { server, devices, submitted } = await storm(seed)

    expect(server.log).toHaveLength(submitted)
    expect(devices.map((phone) => phone.waiting())).toEqual([0, 0, 0])
    const truth = new Map(server.records().map((record) => [record.id, record]))
    for (const phone of devices) expect(phone.records).toEqual(truth)
    for (const [at, { operation, outcome, device }] of server.log.entries()) {
      if (operation.type !== 'submit') continue
      const record = truth.get(operation.record)
      const name = operation.patch.headName ?? undefined
      const isCurrent = sameAnswer(record?.answers.headName, name)
      const isHeld = record?.holds.some((hold) => sameAnswer(hold.value ?? undefined, name))
      const isSeen = (base: number): boolean => applied(outcome) && base >= outcome.version
      // By the device's own later word, which takes the place of what was held for it too, or by somebody who saw the value that stood.
      const isReplaced = server.log.slice(at + 1).some((later) => later.operation.record === operation.record && (later.device === device || (isSeen(later.operation.base) && applied(later.outcome))))
      expect(isCurrent || isHeld || isReplaced, `${operation.record} ${String(name)}`).toBe(true)
    }
  })
})
