import { isDeepStrictEqual } from 'node:util'
import { afterAll, describe, expect, inject, it } from 'vitest'
import type { Operation } from '../../src/domain/records/operation'
import type { Outcome } from '../../src/domain/records/outcome'
import { findRunningEmbedded } from '../../src/server/database/embedded/embeddedDatabase'
import { newId } from '../../src/browser/newId'
import { httpPhone } from '../support/httpPhone'
import { COMMUNE, type MemoryPhone } from '../support/memory/memoryPhone'
import { demoPassword, type DemoUser } from '../support/browser/people'
import { emptyDataFolder, freePort, startProduct, type Product } from '../support/browser/product'
import { askDatabase } from '../support/browser/productDatabase'
import { randomFrom } from '../support/randomFrom'
import { postmasterOf } from '../support/database/serverProcess'
import { runOn, withDatabase } from '../support/database/testCluster'
import { startWeakLink, type WeakLink } from '../support/browser/weakLink'

/*
 * The built server as a process, killed with SIGKILL while phones send and fetch through a line that is cut too; again and
 * again. The embedded PostgreSQL is killed with it every other time. Then the line is calm and the books are compared.
 */

const CYCLES = Number(process.env.SOTHON_FAULT_CYCLES ?? 60)
/** Whoever asks for more kills waits longer. */
const TIMEOUT_MS = 600_000 + CYCLES * 20_000
const SEED = Number(process.env.SOTHON_FAULT_SEED ?? 1)
const CUTTING = { downBps: 20_000_000, upBps: 20_000_000, roundTripMs: 2, cutBytes: [2_000, 60_000] } as const
const PEOPLE: readonly DemoUser[] = ['canbo', 'canbo', 'thon1', 'thon2', 'giamsat']
const DESK = 4

interface Engine {
  readonly name: string
  readonly env: NodeJS.ProcessEnv
  /** Kills what serves, as a power cut would. */
  kill(product: Product, cycle: number): Promise<void>
  databaseUrl(product: Product): Promise<string>
}

const embedded: Engine = {
  name: 'the embedded database',
  env: {},
  async kill(product, cycle) {
    if (cycle % 2 === 0) process.kill(postmasterOf(`${product.data}/postgres`), 'SIGKILL')
    await product.kill()
  },
  databaseUrl: async (product) => withDatabase((await findRunningEmbedded(product.data)) ?? '', 'sothon'),
}

function system(clusterUrl: string): Engine {
  const url = withDatabase(clusterUrl, 'faults')
  return { name: 'PostgreSQL 15', env: { DATABASE_URL: url }, kill: (product) => product.kill(), databaseUrl: async () => url }
}

const clusterUrl = inject('clusterUrl') as string | undefined
const engines = [embedded, ...(clusterUrl ? [system(clusterUrl)] : [])]
const closing: (() => unknown)[] = []
afterAll(async () => {
  for (const close of closing.reverse()) await close()
})

interface World {
  product: Product
  readonly link: WeakLink
  readonly phones: readonly MemoryPhone[]
  readonly random: () => number
}

async function prepare(engine: Engine): Promise<World> {
  if (clusterUrl && engine.env.DATABASE_URL) await runOn(clusterUrl, 'CREATE DATABASE faults')
  const data = emptyDataFolder()
  const product = await startProduct(data.path, await freePort(), engine.env)
  const link = await startWeakLink(product.port, SEED)
  closing.push(data.remove, link.close)
  const random = randomFrom(SEED)
  const phones: MemoryPhone[] = []
  for (const username of PEOPLE) phones.push(await signIn(product, link, username, random))
  for (const phone of phones) expect(await phone.sync()).toEqual({ kind: 'done' })
  return { product, link, phones, random }
}

async function signIn(product: Product, link: WeakLink, username: DemoUser, random: () => number): Promise<MemoryPhone> {
  return (await httpPhone({ origin: `http://127.0.0.1:${link.port}`, username, password: demoPassword(product, username), random })).phone
}

/** The desk moves a household or two to another hamlet: who reads only the one it left has to let go of it. */
function moveSome(desk: MemoryPhone, random: () => number): void {
  const all = [...desk.records.values()].filter((record) => record.kind === 'household')
  const known = all.slice(0, 30)
  const hamlets = [...new Set(all.map(({ hamlet }) => hamlet))]
  for (let n = Math.floor(random() * 3); n > 0; n -= 1) {
    const { id, hamlet } = known[Math.floor(random() * known.length)]!
    const to = hamlets.filter((each) => each !== hamlet)
    if (to.length > 0) desk.moveHousehold(id, to[Math.floor(random() * to.length)]!)
  }
}

/** A few doors visited: new households, and old ones that others may be changing too. */
function work(phone: MemoryPhone, random: () => number, step: string): void {
  const known = [...phone.records.values()].filter((record) => record.kind === 'household').slice(0, 30)
  for (let n = Math.floor(random() * 4); n >= 0; n -= 1) {
    const door = known[Math.floor(random() * known.length)]!
    const name = `Lò Thị ${step} ${n}`
    if (random() < 0.5) phone.submitHousehold(door.id, door.hamlet, { headName: name })
    else phone.submitHousehold(newId(), door.hamlet, { householdCode: `F-${step}-${n}`, headName: name })
  }
}

/** Everybody works and syncs; the server dies at any moment of it and comes back on its data. */
async function cycle(world: World, engine: Engine, number: number): Promise<void> {
  const { phones, random, link } = world
  phones.forEach((phone, n) => (n === DESK ? moveSome(phone, random) : work(phone, random, `${number} ${n}`)))
  link.setProfile(CUTTING)
  const killed = new Promise((done) => setTimeout(done, random() * 150)).then(() => engine.kill(world.product, number))
  await Promise.all([killed, ...phones.map((phone) => phone.sync())])
  link.setProfile(null)
  world.product = await startProduct(world.product.data, world.product.port, engine.env)
}

async function calm({ phones }: World): Promise<void> {
  for (let round = 0; round < 3; round += 1) for (const phone of phones) await phone.sync()
}

interface LogRow { readonly counter: string; readonly payload: Operation; readonly outcome: Outcome }

/** What may not be done any more once a record was moved: said to its author, who still has it. */
const CROSSED: readonly string[] = ['outOfScope', 'changedSince']

const saidIn = (operation: Operation): unknown => (operation.type === 'submit' ? operation.patch : operation.type === 'move' ? operation.hamlet : operation)

describe.each(engines)('a server killed again and again, on $name', (engine) => {
  it(`[S7] loses and doubles nothing in ${CYCLES} kills, and every book equals the server's`, async () => {
    const world = await prepare(engine)
    closing.push(() => world.product.stop())
    for (let number = 0; number < CYCLES; number += 1) await cycle(world, engine, number)
    await calm(world)

    const url = await engine.databaseUrl(world.product)
    for (const phone of world.phones) {
      expect(phone.waiting()).toBe(0)
      const log = await askDatabase<LogRow>(url, 'SELECT counter, payload, outcome FROM operation WHERE commune = $1 AND device = $2 AND counter IS NOT NULL ORDER BY counter', [COMMUNE, phone.device])
      const made = [...phone.submitted, ...phone.moved]
      expect(log.map((row) => Number(row.counter))).toEqual(made.map((operation) => operation.counter))
      for (const [at, { payload, counter }] of log.entries()) expect(isDeepStrictEqual(saidIn(payload), saidIn(made[at]!)), `${phone.device} ${counter}`).toBe(true)
      const refused = log.flatMap(({ counter, outcome }) => (outcome.kind === 'refused' ? [{ counter: Number(counter), outcome }] : []))
      expect(refused.filter(({ outcome }) => !CROSSED.includes(outcome.reason))).toEqual([])
      expect(phone.trouble.filter(({ outcome }) => outcome.kind === 'refused')).toEqual(refused)
    }
    expect(world.phones[DESK]?.moved.length).toBeGreaterThan(CYCLES / 4)
    const [order] = await askDatabase<{ readonly n: string; readonly last: string; readonly seqs: string }>(url, 'SELECT n, (SELECT max(seq) FROM operation WHERE commune = $1) AS last, (SELECT count(DISTINCT seq) FROM operation WHERE commune = $1) AS seqs FROM commune_seq WHERE commune = $1', [COMMUNE])
    expect([order?.last, order?.seqs]).toEqual([order?.n, order?.n])
    for (const [at, phone] of world.phones.entries()) {
      const fresh = await signIn(world.product, world.link, PEOPLE[at]!, world.random)
      expect(await fresh.sync()).toEqual({ kind: 'done' })
      expect(isDeepStrictEqual(new Map([...fresh.records].sort()), new Map([...phone.records].sort())), `the replica of ${PEOPLE[at]}`).toBe(true)
    }
  }, TIMEOUT_MS)
})
