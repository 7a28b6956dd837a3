import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { holdsCluster } from './createCluster'
import { canReach, type OsUser } from './osUser'

/** Holds data and copies of programs if the database's user cannot enter the data folder. */
const SHARED_ROOT = process.env.SOTHON_SHARED_ROOT ?? '/var/lib/sothon'
const POINTER = 'postgres.location'

/**
 * The folder that contains the cluster (`<folder>/postgres`), usually the data folder itself. If we are root and the database's user cannot enter the
 * data folder's parent (such as /root), it is a new folder under /var/lib/sothon, named in `<data folder>/postgres.location`. So a server whose data
 * folder was deleted starts with an empty register.
 */
export function clusterFolder(dataDir: string, user: OsUser | null): string {
  const data = resolve(dataDir)
  if (!existsSync(data)) mkdirSync(data, { recursive: true, mode: 0o700 })
  const pointer = join(data, POINTER)
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim()
  if (!user) return data
  // A cluster that was created here is the register's, even if it cannot be reached: none is created elsewhere in its place.
  if (holdsCluster(data) || canReach(user, dirname(data), 'x')) return openTo(user, data)
  const elsewhere = sharedFolder(`data-${randomBytes(8).toString('hex')}`)
  writeFileSync(pointer, `${elsewhere}\n`, { mode: 0o600 })
  return elsewhere
}

/** The folder of an existing cluster. `undefined` = there is none. */
export function locatedFolder(dataDir: string): string | undefined {
  const pointer = join(dataDir, POINTER)
  const folder = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : dataDir
  return existsSync(join(folder, 'postgres')) ? folder : undefined
}

/** Creates, or finds, a folder of this name under the shared root. */
export function sharedFolder(name: string): string {
  const folder = join(SHARED_ROOT, name)
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  chmodSync(SHARED_ROOT, 0o755)
  return folder
}

export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** Lets the group of the database's user traverse (not list) our private folder. */
function openTo(user: OsUser, folder: string): string {
  if (canReach(user, folder, 'x')) return folder
  chownSync(folder, statSync(folder).uid, user.gid)
  chmodSync(folder, (statSync(folder).mode & 0o777) | 0o010)
  return folder
}
