import { existsSync } from 'node:fs'

/**
 * The files of our own database are gone, or its user cannot read them any more: a disk that is not mounted, a folder taken away. Nothing is
 * made in their place: devices would take an empty register for the commune's.
 */
export class DatabaseLost extends Error {
  override readonly name = 'DatabaseLost'
  constructor(dir: string) {
    const what = existsSync(dir) ? 'cannot be read by the user the database runs as; let that user through the folders above it' : 'is gone; put it back, from a backup if need be'
    super(`embedded database — ${dir} — ${what}, and start again. No other was made in its place`)
  }
}
