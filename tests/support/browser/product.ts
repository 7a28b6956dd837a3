import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The built product as a user starts it: one process with its own PostgreSQL and the demo commune, in an empty folder. */
export interface Product {
  readonly port: number
  readonly origin: string
  readonly data: string
  /** Process id of the server. */
  readonly pid: number
  /** Everything it printed, including the demo sign-ins. */
  output(): string
  /** Ends it like a power failure. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/** The demo commune is made first: a quarter of a minute, and a slow machine has other things to do. */
const START_LIMIT_MS = 400_000

/** @param env more settings, such as `DATABASE_URL` */
export async function startProduct(data: string, port?: number, env: NodeJS.ProcessEnv = {}): Promise<Product> {
  const chosen = port ?? (await freePort())
  const child = spawn(process.execPath, ['dist/server/main.js'], { env: { ...process.env, PORT: String(chosen), SOTHON_DATA: data, NODE_ENV: 'development', ...env } })
  let output = ''
  child.stdout.on('data', (text: Buffer) => { output += text.toString() })
  child.stderr.on('data', (text: Buffer) => { output += text.toString() })
  const origin = `http://127.0.0.1:${chosen}`
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null) return
    const closed = new Promise((done) => child.once('close', done))
    child.kill(signal)
    await closed
  }
  try {
    await untilHealthy(origin, child, () => output)
  } catch (error) {
    await end('SIGKILL')
    throw error
  }
  return { port: chosen, origin, data, pid: child.pid ?? 0, output: () => output, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

/** An empty folder for the product's data; the caller must remove it. */
export interface DataFolder {
  readonly path: string
  readonly remove: () => void
}

export function emptyDataFolder(): DataFolder {
  const path = mkdtempSync(join(tmpdir(), 'sothon-data-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

async function untilHealthy(origin: string, child: ChildProcess, output: () => string): Promise<void> {
  const limit = Date.now() + START_LIMIT_MS
  for (;;) {
    if (child.exitCode !== null) throw new Error(`startProduct — the server ended — ${output()}`)
    const answer = await fetch(`${origin}/api/health`).catch(() => null)
    if (answer?.ok) return
    if (Date.now() > limit) throw new Error(`startProduct — not ready in ${START_LIMIT_MS} ms — ${output()}`)
    await new Promise((again) => setTimeout(again, 100))
  }
}

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
}
