import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { ServerConfig } from './config'
import { openDatabase, type OpenedDatabase } from './database/openDatabase'
import type { ServerDeps } from './deps'
import { findDemoSignIns } from './demoSignIns'
import { buildApp } from './http/buildApp'
import { newIds } from './newId'
import { loadSecrets } from './secrets'

/** Requests under way get this long to end when the server is asked to stop. */
const STOP_LIMIT_MS = 15_000

/** Runs the server until it is told to stop (Ctrl-C, SIGTERM). Every started part is stopped again when a later one fails. */
export async function serve(config: ServerConfig): Promise<void> {
  const secrets = loadSecrets(config)
  const database = await openDatabase(config)
  try {
    const clock = Date.now
    const deps: ServerDeps = { config, secrets, clock, newId: newIds(clock), db: database.db }
    const signIns = await findDemoSignIns(deps)
    const app = await buildApp(deps)
    await listen(app, config)
    stopOnSignals(app, database)
    announce(app, database, signIns)
  } catch (error) {
    await database.close()
    throw error
  }
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

/** The first signal stops; those that follow (npm passes each on a second time) change nothing. */
function stopOnSignals(app: FastifyInstance, database: OpenedDatabase): void {
  let stopping = false
  const stop = async (code: number): Promise<void> => {
    if (stopping) return
    stopping = true
    await Promise.race([app.close(), pause(STOP_LIMIT_MS)])
    await database.close()
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
  const onBug = (error: unknown): void => {
    console.error('bug —', error instanceof Error ? `${error.name}\n${(error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).join('\n')}` : 'not an error')
    void stop(1)
  }
  process.on('uncaughtException', onBug).on('unhandledRejection', onBug)
}
