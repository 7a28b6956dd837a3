import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { findRunningEmbedded } from '../../src/server/database/embedded/embeddedDatabase'
import { emptyDataFolder, freePort, startProduct, type Product } from '../support/browser/product'
import { askDatabase, watchDatabase, type Watch } from '../support/browser/productDatabase'
import { startWeakLink, type WeakLink } from '../support/browser/weakLink'
import { postmasterOf } from '../support/database/serverProcess'
import { runOn, withDatabase } from '../support/database/testCluster'
import type { MemoryPhone } from '../support/memory/memoryPhone'
import { randomFrom } from '../support/randomFrom'
import { CUTTING, expectNothingLost, gatherCrew, goOut, MEMBER, movedBy, READER, visit, type Crew } from './crew'

/*
 * The built server as a process, killed with SIGKILL while a crew sends and fetches through a line that is cut too; again and
 * again. The embedded PostgreSQL is killed with it every other time. Then the line is calm, and books and tables are compared.
 */

const CYCLES = Number(process.env.SOTHON_FAULT_CYCLES ?? 60)
/** Whoever asks for more kills waits longer. */
const TIMEOUT_MS = 600_000 + CYCLES * 20_000
const SEED = Number(process.env.SOTHON_FAULT_SEED ?? 1)
/** Of a large queue: several frames, each a transaction of its own. */
const DOORS = 400

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

const clusterUrl = inject('clusterUrl') as string | undefined
const systemUrl = withDatabase(clusterUrl ?? 'postgres://absent', 'faults')
const system: Engine = { name: 'PostgreSQL 15', env: { DATABASE_URL: systemUrl }, kill: (product) => product.kill(), databaseUrl: async () => systemUrl }

const closing: (() => unknown)[] = []
afterAll(async () => {
  for (const close of closing.reverse()) await close()
})

/** How often the server was killed in the middle of somebody's run, an exchange, a transaction that writes, a large queue, a large pull. */
interface Tally { run: number; exchange: number; write: number; queue: number; pull: number }

interface World {
  product: Product
  readonly engine: Engine
  readonly link: WeakLink
  readonly crew: Crew
  readonly tally: Tally
}

async function prepare(engine: Engine): Promise<World> {
  if (engine === system) await runOn(clusterUrl!, 'CREATE DATABASE faults')
  const data = emptyDataFolder()
  const product = await startProduct(data.path, await freePort(), engine.env)
  const link = await startWeakLink(product.port, SEED)
  closing.push(data.remove, link.close)
  const crew = await gatherCrew(product, `http://127.0.0.1:${link.port}`, randomFrom(SEED))
  return { product, engine, link, crew, tally: { run: 0, exchange: 0, write: 0, queue: 0, pull: 0 } }
}

/** In the middle of what the server is to die: whatever it is asked by then, a transaction that writes, a large queue, a large pull. */
const middles = ['any', 'write', 'write', 'queue', 'any', 'write', 'write', 'any', 'pull'] as const
type Middle = (typeof middles)[number]
/** An odd number of them: the database dies, or not, in each. */
const middleOf = (cycle: number): Middle => middles[cycle % middles.length]!

/** How many operations of a device the server has. */
async function countOf(url: string, { device }: MemoryPhone): Promise<number> {
  const [row] = await askDatabase<{ readonly last: string }>(url, 'SELECT last_counter AS last FROM device WHERE id = $1', [device])
  return Number(row?.last)
}

interface Cycle {
  readonly middle: Middle
  readonly watch: Watch
  readonly url: string
  /** Operations the member had made before the large queue. */
  readonly before: number
}

const isAsked = (link: WeakLink): boolean => link.underWay().includes('POST /api/sync')

/** Waits for the middle, or until everybody has done. */
async function untilMiddle({ link, crew: { phones, random } }: World, { middle, watch, url, before }: Cycle, isOver: () => boolean): Promise<void> {
  await pause(random() * 150)
  const share = random()
  const isThere: Readonly<Record<Middle, () => Promise<boolean> | boolean>> = {
    any: async () => {
      await pause(1)
      return isAsked(link)
    },
    write: async () => (await watch.writing()).length > 0,
    queue: async () => (await countOf(url, phones[MEMBER]!)) > before + (share * DOORS) / 2,
    pull: async () => {
      await pause(1)
      return phones[READER]!.records.size > 100 + share * 5_000
    },
  }
  while (!isOver() && !(await isThere[middle]())) continue
}

/** It stands still for a moment, so that what is said of it is so when it dies. */
async function kill({ product, engine, link, tally }: World, watch: Watch, number: number): Promise<void> {
  process.kill(product.pid, 'SIGSTOP')
  const writes = (await watch.writing()).length > 0
  if (writes) tally.write += 1
  // The line may have been cut under one that still writes.
  if (writes || isAsked(link)) tally.exchange += 1
  await watch.close()
  await engine.kill(product, number)
}

/** Everybody works and syncs; the server dies in the middle of it and comes back on its data. */
async function cycle(world: World, number: number): Promise<void> {
  const { crew, engine, link, tally } = world
  const { phones, random } = crew
  const [member, reader] = [phones[MEMBER]!, phones[READER]!]
  const middle = middleOf(number)
  const url = await engine.databaseUrl(world.product)
  goOut(crew, number)
  const before = member.submitted.length
  if (middle === 'queue') visit(member, random, `${number} all`, DOORS)
  if (middle === 'pull') reader.forgetReplica()
  const watch = await watchDatabase(url)
  link.setProfile(CUTTING)
  let isOver = false
  const synced = Promise.all(phones.map((phone) => phone.sync())).finally(() => { isOver = true })
  await untilMiddle(world, { middle, watch, url, before }, () => isOver)
  await kill(world, watch, number)
  const ends = await synced
  link.setProfile(null)
  world.product = await startProduct(world.product.data, world.product.port, engine.env)

  if (ends.some(({ kind }) => kind === 'trouble')) tally.run += 1
  const taken = await countOf(await engine.databaseUrl(world.product), member)
  if (middle === 'queue' && taken > before && taken < member.submitted.length) tally.queue += 1
  if (middle === 'pull' && reader.isMidway && ends[READER]?.kind === 'trouble') tally.pull += 1
}

describe.each([embedded, system])('a server killed again and again', (engine) => {
  it.skipIf(engine === system && !clusterUrl)(`[S7] loses and doubles nothing in ${CYCLES} kills on ${engine.name}, most of them in the middle of something`, async () => {
    const world = await prepare(engine)
    closing.push(() => world.product.stop())
    for (let number = 0; number < CYCLES; number += 1) await cycle(world, number)

    const { crew, product, tally } = world
    await expectNothingLost(crew, await engine.databaseUrl(product))
    expect(movedBy(crew)).toBeGreaterThan(CYCLES / 4)
    console.log(`${CYCLES} kills on ${engine.name}: ${JSON.stringify(tally)}`)
    const large = Math.floor(CYCLES / middles.length)
    expect(tally.run).toBeGreaterThanOrEqual(CYCLES / 2)
    expect(tally.exchange).toBeGreaterThanOrEqual(CYCLES / 2)
    expect(tally.write).toBeGreaterThanOrEqual(CYCLES / 4)
    expect(tally.queue).toBeGreaterThanOrEqual(large / 2)
    expect(tally.pull).toBeGreaterThanOrEqual(large / 2)
  }, TIMEOUT_MS)
})
