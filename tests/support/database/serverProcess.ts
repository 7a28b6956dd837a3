import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { build } from 'vite'

const OUT = resolve('node_modules/.cache/sothon-server')

/** Bundles the server as `npm run build` does, into a folder other than `dist`. @returns the path of its main file */
export async function bundleServer(): Promise<string> {
  await build({ configFile: 'vite.server.config.ts', build: { outDir: OUT }, logLevel: 'error' })
  return join(OUT, 'main.js')
}

export interface ServerProcess {
  readonly child: ChildProcess
  /** Where it listens. */
  readonly url: string
  output(): string
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<End>
}

export interface StartOptions {
  readonly main: string
  readonly env: NodeJS.ProcessEnv
  readonly uid?: number
  readonly gid?: number
}

type End = { readonly code: number | null; readonly signal: NodeJS.Signals | null }

/** Starts a server in a process of its own. It may not be listening yet. */
export function launchServer({ main, env, ...user }: StartOptions): { readonly child: ChildProcess; readonly ended: Promise<End>; output(): string } {
  const child = spawn(process.execPath, [main], { ...user, cwd: '/', env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: '0', ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  const ended = new Promise<End>((done) => child.once('close', (code, signal) => done({ code, signal })))
  return { child, ended, output: () => output }
}

/** Launches a server and waits until it says where it listens, or ends (`url` is '' then). */
export async function startServer(options: StartOptions): Promise<ServerProcess> {
  const { child, ended, output } = launchServer(options)
  const address = new Promise<string>((done) => {
    child.stdout?.on('data', () => {
      const found = /ready: (http:\S+)/.exec(output())?.[1]
      if (found) done(found)
    })
  })
  const url = await Promise.race([address, ended.then(() => '')])
  return { child, url, output, end: (signal) => (child.kill(signal), ended) }
}

/** Process id of a cluster's postmaster, from its pid file. */
export function postmasterOf(cluster: string): number {
  return Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
}

export function isRunning(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/** Polls until it is so. Only the test's own time limit ends it otherwise. */
export async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await pause(50)
}
