import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseLost } from './databaseLost'
import type { OsUser } from './osUser'
import type { Programs } from './programs'

export const SUPERUSER = 'sothon'
const PASSWORD_FILE = 'postgres.password'
const CLUSTER = 'postgres'

export interface Cluster {
  /** PostgreSQL's data directory. */
  readonly dir: string
  readonly password: string
}

/**
 * Opens the cluster in a folder, or creates it. Creation may be interrupted at any point and starts again: the cluster gets its name by a rename at
 * the end. The generated password is stored beside it, readable by its owner only, and is renamed last. If the password is there but the cluster is
 * not, the cluster was lost.
 * @throws DatabaseLost
 */
export function createCluster(folder: string, programs: Programs, user: OsUser | null): Cluster {
  const dir = join(folder, CLUSTER)
  const [passwordFile, unfinishedPassword] = [join(folder, PASSWORD_FILE), join(folder, `${PASSWORD_FILE}.unfinished`)]
  // A missing folder was lost too. It can be missing only if it is not the data folder (see `clusterFolder`).
  if (!existsSync(folder) || (existsSync(passwordFile) && !existsSync(dir))) throw new DatabaseLost(dir)
  if (existsSync(dir)) adopt(dir, user)
  else initialise({ dir, passwordFile: unfinishedPassword }, programs, user)
  if (!existsSync(passwordFile) && existsSync(unfinishedPassword)) renameSync(unfinishedPassword, passwordFile)
  return { dir, password: readPassword(folder) }
}

/** Whether a cluster was ever created in the folder. It may be lost since. */
export const holdsCluster = (folder: string): boolean => [PASSWORD_FILE, CLUSTER].some((name) => existsSync(join(folder, name)))

/** @throws Error when the folder has no password file */
export const readPassword = (folder: string): string => readFileSync(join(folder, PASSWORD_FILE), 'utf8').trim()

/** A folder restored from a backup belongs to whoever copied it. PostgreSQL opens only a folder of its own user, closed to everybody else. */
function adopt(dir: string, user: OsUser | null): void {
  const { uid, mode } = statSync(dir)
  if ((mode & 0o077) !== 0) chmodSync(dir, 0o700)
  if (!user || uid === user.uid) return
  const done = spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, dir], { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`embedded database — ${dir} belongs to somebody else and could not be taken over — ${done.error?.message ?? done.stderr.trim()}`)
}

interface NewCluster {
  readonly dir: string
  /** Where the password is kept. */
  readonly passwordFile: string
}

function initialise({ dir, passwordFile }: NewCluster, programs: Programs, user: OsUser | null): void {
  const password = randomBytes(24).toString('base64url')
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  const unfinished = `${dir}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  runInitdb({ dir: unfinished, password }, programs, user)
  renameSync(unfinished, dir)
}

function runInitdb({ dir, password }: Cluster, { initdb }: Programs, user: OsUser | null): void {
  const passwordFile = `${dir}.password`
  mkdirSync(dir, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user) for (const path of [dir, passwordFile]) chownSync(path, user.uid, user.gid)
  chmodSync(dir, 0o700)
  try {
    const args = ['-D', dir, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C']
    const made = spawnSync(initdb, args, { ...user, cwd: dir, encoding: 'utf8' })
    if (made.status !== 0) throw new Error(`embedded database — could not be created in ${dir} — ${made.error?.message ?? made.stderr.trim()}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}
