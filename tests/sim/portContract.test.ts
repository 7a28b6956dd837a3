import { describe, expect, it } from 'vitest'
import type { Operation } from '../../src/domain/records/operation'
import type { Outcome } from '../../src/domain/records/outcome'
import type { RegisterRecord } from '../../src/domain/records/record'
import type { Ledger } from '../../src/storage/ledger'
import type { EngineOutbox, EngineReplica } from '../../src/sync/enginePorts'
import { COMMUNE, DEVICE, deviceWorld, EPOCH, HAMLET, household, id, OTHER_HAMLET, registered, type DeviceWorld } from '../storage/deviceWorld'
import { randomFrom } from '../support/randomFrom'
import { emptyDisk } from './swift/swiftDisk'
import { swiftPorts, type SwiftDevice } from './swift/swiftPorts'

/*
 * Ten thousand swift weeks say something about the product only as far as their store on maps answers as the real book does. Both are
 * driven side by side, through the same calls in the same order, and asked the same after each.
 */

const SEEDS = 40
const STEPS = 30
const RECORDS = Array.from({ length: 6 }, (_, n) => id(n + 1))
const HAMLETS = [HAMLET, OTHER_HAMLET]

interface Ports { readonly outbox: EngineOutbox; readonly replica: EngineReplica }

class Pair {
  readonly random: () => number
  readonly swift: SwiftDevice & Ports
  /** Records with work of their own when others had to go: the real book keeps them, so that the work has something to stand on. */
  readonly spared = new Set<string>()
  /** Records of which an edit was taken: it stands until a page shows it. */
  readonly taken = new Set<string>()
  versions = 1
  epochs = 0

  private constructor(readonly world: DeviceWorld, public real: Ledger, seed: number) {
    this.random = randomFrom(seed)
    const device: SwiftDevice = { disk: emptyDisk(DEVICE, EPOCH), isFull: () => false, shrinkBefore: () => null, at: async (work) => work() }
    this.swift = Object.assign(device, swiftPorts(device))
  }

  static async open(seed: number): Promise<Pair> {
    const world = await deviceWorld()
    return new Pair(world, await world.enrol(), seed)
  }

  any<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)]!
  }

  some<T>(list: readonly T[]): readonly T[] {
    return list.filter(() => this.random() < 0.5)
  }

  async both<T>(work: (ports: Ports) => Promise<T>): Promise<void> {
    const [swift, real] = [await work(this.swift), await work(this.real)]
    expect(swift).toEqual(real)
  }
}

type Step = (pair: Pair) => Promise<void>

const steps: { readonly [name: string]: Step } = {
  /** No port of the engine's: the real book decides what is queued, and the other is given it. */
  submit: async (pair) => {
    const record = pair.any(RECORDS)
    const { server = null } = (await pair.real.getRecord(record)) ?? {}
    await pair.real.submit(household(record, { householdCode: record.slice(-3), headName: `Lò ${pair.random()}` }, { base: server?.version ?? 0, ...(server && { head: { kind: 'household', hamlet: server.hamlet, household: null, person: null } }) }))
    const { swift, real } = pair
    const queue = (await real.outbox.waiting(COMMUNE, 1000)).flatMap(({ operation }) => operation ?? [])
    // What was refused goes: the new one carries its values again.
    const still = await real.outbox.findOperations(COMMUNE, swift.disk.trouble.map(({ counter }) => counter))
    swift.disk = { ...swift.disk, queue, counter: await real.outbox.lastGiven(COMMUNE), trouble: swift.disk.trouble.filter(({ counter }) => still.has(counter)) }
  },
  markSent: async (pair) => {
    const counters = pair.some(await waitingOf(pair)).map(({ counter }) => counter)
    await pair.both(({ outbox }) => outbox.markSent(COMMUNE, counters))
  },
  settle: async (pair) => {
    const over = pair.some(await waitingOf(pair))
    for (const { operation } of over) if (operation) pair.taken.add(operation.record)
    const settled = over.map(({ counter }) => ({ counter, outcome: outcome(pair), receipt: `r${counter}` }))
    await pair.both(({ outbox }) => outbox.settle(COMMUNE, settled))
    if (pair.random() < 0.3) await pair.both(({ outbox }) => outbox.settle(COMMUNE, settled))
  },
  applyPage: async (pair) => {
    const records = pair.some(RECORDS).map((record): RegisterRecord => registered(record, { headName: `Máy chủ ${pair.versions}` }, { version: (pair.versions += 1), hamlet: pair.any(HAMLETS) }))
    const scope = pair.any([null, null, HAMLETS, [HAMLET]])
    const isOvertaken = pair.random() < 0.2
    const page = {
      reset: pair.random() < 0.2, ...(pair.random() < 0.3 && { renews: [pair.any(HAMLETS)] }), done: false,
      records: records.filter(({ hamlet }) => scope?.includes(hamlet) ?? true), stood: isOvertaken ? { epoch: EPOCH, scope: 's', seq: -1 } : await pair.real.replica.cursor(COMMUNE),
      cursor: { epoch: EPOCH, scope: 's', seq: pair.versions }, scope, serverTime: Date.UTC(2026, 10, 25) + pair.versions,
    }
    if (!isOvertaken) {
      for (const { operation } of await pair.real.pending()) pair.spared.add(operation.record)
      for (const record of pair.taken) pair.spared.add(record)
    }
    await pair.both(({ replica }) => replica.applyPage(COMMUNE, page))
    if (isOvertaken) return
    for (const { id: record } of page.records) pair.taken.delete(record)
  },
  sendAgain: async (pair) => {
    const last = Math.floor(pair.random() * ((await pair.real.outbox.lastGiven(COMMUNE)) + 1))
    const epoch = id(0xee00 + (pair.epochs += 1))
    await pair.both(({ outbox }) => outbox.sendAgain(COMMUNE, epoch, last))
    await pair.both(({ outbox }) => outbox.sendAgain(COMMUNE, epoch, last))
  },
  saveContext: async (pair) => {
    const hamlets = HAMLETS.map((hamlet) => ({ id: hamlet, code: 'T', name: 'Thôn', labourTarget: 0, asxhTarget: 0 }))
    const context = { hash: `h${pair.versions}`, commune: { code: COMMUNE, name: 'Ninh Sơn', province: 'Khánh Hòa', provinceCode: '56' }, hamlets, people: [], settings: { minAge: 15, autoLockMinutes: 5 }, extensions: [] }
    await pair.both(({ replica }) => replica.saveContext(COMMUNE, context))
  },
  /** The battery was empty, or somebody set the clock: it is years off from here on. */
  setClock: async ({ world, random }) => {
    world.clock.ms = Date.UTC(2010, 0) + Math.floor(random() * 30 * 365) * 86_400_000
  },
  /** The app dies and is opened again: a disk on maps has nothing to forget. */
  die: async (pair) => {
    pair.real.lock()
    pair.real = await pair.world.unlock()
  },
}

const waitingOf = (pair: Pair) => pair.real.outbox.waiting(COMMUNE, 1000)

function outcome(pair: Pair): Outcome {
  const version = (pair.versions += 1)
  return pair.any<Outcome>([{ kind: 'accepted', version }, { kind: 'merged', version }, { kind: 'held', version, fields: ['headName'], reason: 'overlap' }, { kind: 'refused', reason: 'outOfScope' }])
}

/** All that an engine can ask of a store, but for the records. */
async function answersOf({ outbox, replica }: Ports) {
  const last = await outbox.lastGiven(COMMUNE)
  const found = await outbox.findOperations(COMMUNE, Array.from({ length: last }, (_, n) => n + 1))
  return {
    last, device: outbox.device(COMMUNE), epoch: outbox.epoch(COMMUNE), cursor: await replica.cursor(COMMUNE), context: replica.contextHash(COMMUNE),
    waiting: await outbox.waiting(COMMUNE, 1000), first: await outbox.waiting(COMMUNE, 2), found: [...found].sort(byCounter),
  }
}

const byCounter = ([a]: [number, Operation], [b]: [number, Operation]): number => a - b

async function expectSameRecords(pair: Pair): Promise<void> {
  const swift = await pair.swift.replica.findRecords(COMMUNE, RECORDS)
  const real = await pair.real.replica.findRecords(COMMUNE, RECORDS)
  for (const [record, held] of swift) expect(real.get(record)).toEqual(held)
  expect([...real.keys()].filter((record) => !swift.has(record) && !pair.spared.has(record))).toEqual([])
  if (swift.size === real.size) expect(sorted(pair.swift)).toEqual(sorted(pair.real))
}

const sorted = ({ replica }: Ports) => [...replica.digests(COMMUNE)].filter(([, digest]) => digest.count > 0).sort(([a], [b]) => (a < b ? -1 : 1))

describe('the store of the swift weeks and the real book', () => {
  it.each(Array.from({ length: SEEDS }, (_, seed) => seed))('seed %i: answer the same to whatever an engine asks', async (seed) => {
    const pair = await Pair.open(seed)
    for (let n = 0; n < STEPS; n += 1) {
      const [name, step] = pair.any(Object.entries(steps))
      await step(pair)
      expect(await answersOf(pair.swift), `step ${n}: ${name}`).toEqual(await answersOf(pair.real))
      await expectSameRecords(pair)
    }
  })
})
