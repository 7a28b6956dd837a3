import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'

/** The unprivileged account under which PostgreSQL runs if we are root: it refuses to run as root. */
export interface OsUser {
  readonly uid: number
  readonly gid: number
}

/**
 * The user to run PostgreSQL as. `null` = our own user, if we are not root. Otherwise the system user `postgres`, created if absent.
 * @throws Error when we are root and the user can be neither found nor created
 */
export function postgresUser(): OsUser | null {
  if (process.getuid?.() !== 0) return null
  const found = findUser('postgres') ?? makeUser('postgres')
  if (!found) throw new Error('embedded database — there is no system user "postgres" and it could not be made; start the server as an ordinary user, or set DATABASE_URL')
  return found
}

/**
 * Whether a user can use a path: `r` = read, `x` = traverse or execute.
 * @throws Error when the check itself cannot run, for example without memory
 */
export function canReach(user: OsUser | null, path: string, mode: 'r' | 'x'): boolean {
  if (!user) return canReachOurselves(path, mode)
  const { status, error } = spawnSync('/usr/bin/test', [`-${mode}`, path], { ...user, cwd: '/' })
  if (status === null) throw new Error(`embedded database — whether its user can use ${path} could not be asked`, { cause: error })
  return status === 0
}

function canReachOurselves(path: string, mode: 'r' | 'x'): boolean {
  try {
    accessSync(path, mode === 'r' ? constants.R_OK : constants.X_OK)
    return true
  } catch {
    return false
  }
}

function findUser(name: string): OsUser | null {
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(run('id', flag, name) || Number.NaN))
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid: uid!, gid: gid! } : null
}

function makeUser(name: string): OsUser | null {
  run('groupadd', '--system', name)
  run('useradd', '--system', '--gid', name, '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', name)
  return findUser(name)
}

function run(command: string, ...args: string[]): string {
  return spawnSync(command, args, { encoding: 'utf8' }).stdout?.trim() ?? ''
}
