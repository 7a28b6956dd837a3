import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { afterAll, it } from 'vitest'
import pg from 'pg'
import { findRunningEmbedded } from '../../src/server/database/embedded/embeddedDatabase'
import { emptyDataFolder, startProduct, type Product } from '../../tests/support/browser/product'
import { hasSystemPostgres, startSystemPostgres } from '../../tests/support/database/systemPostgres'
import { runOn, withDatabase } from '../../tests/support/database/testCluster'
import { makeAdmin, makeOfficers, prepare, type Delivery } from './province'
import { rush } from './rush'

/* Thousands of devices that come into coverage at once: operations accepted per second, how long each device waits, how many are refused. */

const SIZES = (process.env.SOTHON_LOAD_DEVICES ?? '10,100,500,2000').split(',').map(Number)
const closing: (() => unknown)[] = []
afterAll(async () => {
  for (const close of closing.reverse()) await close()
})

interface World {
  readonly products: readonly Product[]
  readonly databaseUrl: string
}

async function world(processes: number, databaseUrl: string | null): Promise<World & { readonly admin: ReturnType<typeof makeAdmin> }> {
  const data = emptyDataFolder()
  closing.push(() => data.remove())
  const env = { NODE_ENV: 'production', TRUST_PROXY: '1', SOTHON_DATA: data.path, ...(databaseUrl && { DATABASE_URL: databaseUrl }) }
  const admin = makeAdmin(env)
  const products: Product[] = []
  for (let n = 0; n < processes; n += 1) products.push(await startProduct(data.path, undefined, env))
  closing.push(() => Promise.all(products.map((product) => product.stop())))
  return { admin, products, databaseUrl: databaseUrl ?? withDatabase((await findRunningEmbedded(data.path)) ?? '', 'sothon') }
}

async function measure(name: string, { products, databaseUrl, admin }: Awaited<ReturnType<typeof world>>): Promise<void> {
  const ports = products.map(({ port }) => port)
  const officers = await makeOfficers(products[0]!.origin, admin)
  let n = 0
  for (const devices of SIZES) {
    const deliveries: Delivery[] = []
    for (let at = 0; at < devices; at += 1) deliveries.push(await prepare(officers[at % officers.length]!, (n += 1)))
    const peak = watchConnections(databaseUrl)
    const { seconds, operations, took, statuses } = await rush(ports, deliveries)
    const at = (share: number): string => `${Math.round(took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0)} ms`
    console.log(`${name} | ${devices} devices | ${operations} operations in ${seconds.toFixed(1)} s = ${Math.round(operations / seconds)}/s | p50 ${at(0.5)}, p99 ${at(0.99)} | ${JSON.stringify(statuses)} | ${products.map(memoryOf).join(' + ')} MB | ${await peak()} connections`)
  }
}

/** The largest number of connections the database had. */
function watchConnections(databaseUrl: string): () => Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl })
  const connected = client.connect()
  let most = 0
  const look = async (): Promise<void> => {
    await connected
    const { rows } = await client.query<{ n: string }>('select count(*) as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()')
    most = Math.max(most, Number(rows[0]?.n))
  }
  const timer = setInterval(() => void look(), 250)
  return async () => {
    clearInterval(timer)
    await look()
    await client.end()
    return most
  }
}

/** Resident memory at this moment. */
const memoryOf = ({ pid }: Product): number => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000)

it('measures the embedded database', async () => {
  console.log(`\nLoad of the machine ${loadavg()[0]?.toFixed(1)}`)
  await measure('embedded, 1 process', await world(1, null))
})

it.runIf(hasSystemPostgres()).each([1, 2])('measures PostgreSQL 15 behind %i processes', async (processes) => {
  const cluster = await startSystemPostgres(['shared_buffers=256MB', 'max_wal_size=4GB'])
  closing.push(() => cluster.stop())
  await runOn(cluster.url, 'create database load')
  await measure(`PostgreSQL 15, ${processes} process${processes > 1 ? 'es' : ''}`, await world(processes, withDatabase(cluster.url, 'load')))
})
