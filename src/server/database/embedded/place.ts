import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { holdsCluster } from './createCluster'
import { canReach, type OsUser } from './osUser'

/** Where data and program copies go when the data folder lies under one that the database's user may not enter. */
const SHARED_ROOT = process.env.SOTHON_SHARED_ROOT ?? '/var/lib/sothon'
const POINTER = 'postgres.location'

/**
 * The folder that holds the cluster (`<folder>/postgres`). Usually the data folder itself. As root with a data folder
 * that the database's user cannot enter (such as /root/...), a folder under /var/lib/sothon, named in
 * `<data folder>/postgres.location`; deleting the data folder therefore starts afresh.
 */
export function clusterFolder(dataDir: string, user: OsUser | null): string {
  const data = resolve(dataDir)
  if (!existsSync(data)) mkdirSync(data, { recursive: true, mode: 0o700 })
  const pointer = join(data, POINTER)
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim()
  if (!user) return data
  // One that was made here is this register's, reached or not: no other is made elsewhere in its place.
  if (holdsCluster(data) || canReach(user, dirname(data), 'x')) return openTo(user, data)
  const elsewhere = sharedFolder(`data-${randomBytes(8).toString('hex')}`)
  writeFileSync(pointer, `${elsewhere}\n`, { mode: 0o600 })
  return elsewhere
}

/** The folder of an existing cluster; `undefined` when none was made. */
export function locatedFolder(dataDir: string): string | undefined {
  const pointer = join(dataDir, POINTER)
  const folder = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : dataDir
  return existsSync(join(folder, 'postgres')) ? folder : undefined
}

/** A folder under the shared root, named so that the same content is found again. */
export function sharedFolder(name: string): string {
  const folder = join(SHARED_ROOT, name)
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  chmodSync(SHARED_ROOT, 0o755)
  return folder
}

export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** Lets the database's group pass through (not list) our own private folder. */
function openTo(user: OsUser, folder: string): string {
  if (canReach(user, folder, 'x')) return folder
  chownSync(folder, statSync(folder).uid, user.gid)
  chmodSync(folder, (statSync(folder).mode & 0o777) | 0o010)
  return folder
}
