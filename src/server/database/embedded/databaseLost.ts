import { existsSync } from 'node:fs'

/**
 * The files of the embedded database are gone, or its user can no longer read them: a disk is not mounted, or a folder was moved. No new database is
 * created in their place: devices would take an empty register for the commune's.
 */
export class DatabaseLost extends Error {
  override readonly name = 'DatabaseLost'
  constructor(dir: string) {
    const what = existsSync(dir) ? 'cannot be read by the user the database runs as; let that user through the folders above it' : 'is gone; put it back, from a backup if need be'
    super(`embedded database — ${dir} — ${what}, and start again. No other was made in its place`)
  }
}
