import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { vietnamDay } from '../../../src/domain/time'
import { emptyDataFolder, type DataFolder } from './product'

/** A new data folder with a copy of the demo commune. It is empty if that commune was made on an earlier day, or its database is outside the folder. */
export function demoDataFolder(): DataFolder {
  const { path, day } = inject('demoData')
  const own = emptyDataFolder()
  const isWhole = !existsSync(join(path, 'postgres.location'))
  if (isWhole && day === vietnamDay(Date.now())) cpSync(path, own.path, { recursive: true, preserveTimestamps: true })
  return own
}
