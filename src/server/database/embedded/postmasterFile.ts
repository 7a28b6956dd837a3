import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export interface RunningPostmaster {
  readonly pid: number
  readonly port: number
}

/**
 * Finds the running postmaster that `postmaster.pid` of a cluster names. A file of a killed process is removed: if its process number now belongs to
 * something else (or to a zombie), PostgreSQL would refuse to start.
 */
export function findPostmaster(cluster: string): RunningPostmaster | undefined {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  if (isPostmasterOf(cluster, pid)) return { pid, port: Number(lines[3]) }
  rmSync(file, { force: true })
  return undefined
}

/** Whether a process is alive (not a zombie) and is PostgreSQL on this cluster. Without /proc: only whether it is alive. */
export function isPostmasterOf(cluster: string, pid: number): boolean {
  if (!isAlive(pid)) return false
  if (!existsSync('/proc/self/stat')) return true
  try {
    const state = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '')[0]
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return state !== 'Z' && command.includes(cluster)
  } catch {
    return false
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
