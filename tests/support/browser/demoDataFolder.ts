import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { vietnamDay } from '../../../src/domain/time'
import { emptyDataFolder, type DataFolder } from './product'

/** A data folder of one's own with the demo commune; still empty where that was made yesterday, or its database lies outside of the folder. */
export function demoDataFolder(): DataFolder {
  const { path, day } = inject('demoData')
  const own = emptyDataFolder()
  const isWhole = !existsSync(join(path, 'postgres.location'))
  if (isWhole && day === vietnamDay(Date.now())) cpSync(path, own.path, { recursive: true, preserveTimestamps: true })
  return own
}
