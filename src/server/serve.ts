import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { ServerConfig } from './config'
import { DatabaseLost } from './database/embedded/databaseLost'
import { openDatabase, type OpenedDatabase } from './database/openDatabase'
import type { ServerDeps } from './deps'
import { findDemoSignIns } from './demoSignIns'
import { buildApp } from './http/buildApp'
import { Lifetime } from './lifetime'
import { newIds } from './newId'
import { loadSecrets } from './secrets'

/** EX_IOERR of sysexits.h. It tells a service manager not to restart this server. */
const LOST = 74

/** Runs the server until it is told to stop (Ctrl-C, SIGTERM). If a part fails to start, the parts before it are stopped and the process ends. */
export async function serve(config: ServerConfig): Promise<void> {
  const secrets = loadSecrets(config)
  const life = new Lifetime()
  try {
    const database = await life.start(() => openDatabase(config), (part) => part.close())
    void database.failed.then((reason) => fail(life, reason))
    const clock = Date.now
    const deps: ServerDeps = { config, secrets, clock, newId: newIds(clock), db: database.db }
    const signIns = await life.start(() => findDemoSignIns(deps), async () => undefined)
    const app = await life.start(() => buildApp(deps), (part) => part.close())
    await life.start(() => listen(app, config), async () => undefined)
    announce(app, database, signIns)
  } catch (error) {
    await fail(life, error)
  }
}

function fail(life: Lifetime, error: unknown): Promise<never> {
  console.error(error instanceof Error ? `${error.name}: ${error.message}` : error)
  return life.end(error instanceof DatabaseLost ? LOST : 1)
}

async function listen(app: FastifyInstance, { host, port }: ServerConfig): Promise<void> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new Error(`server — port ${port} on ${host} is used by another program — set PORT to a free one`, { cause: error })
    throw error
  }
}

function announce(app: FastifyInstance, database: OpenedDatabase, signIns: string): void {
  const { address, port, family } = app.server.address() as AddressInfo
  const host = family === 'IPv6' ? `[${address}]` : address
  console.log(`Sổ Thôn is ready: http://${host === '0.0.0.0' || host === '[::]' ? 'localhost' : host}:${port}`)
  console.log(`Database: ${database.where}`)
  if (signIns) console.log(`\n${signIns}`)
}
