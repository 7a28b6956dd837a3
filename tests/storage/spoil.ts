import Dexie from 'dexie'
import { USER, type DeviceWorld } from './deviceWorld'

/** Turns a bit of what lies in a row on the disk. It is as when it was written by nobody. */
export async function spoil(world: DeviceWorld, table: string, key: unknown): Promise<void> {
  const db = await new Dexie(`sothon-${USER}`, world.indexedDb).open()
  const row = (await db.table(table).get(key as never)) as { readonly blob: Uint8Array } | undefined
  if (!row) throw new Error(`spoil — nothing lies at ${table} ${String(key)}`)
  const blob = row.blob.slice()
  blob[0]! ^= 1
  await db.table(table).put({ ...row, blob })
  db.close()
}

/** Takes a row off the disk. */
export async function lose(world: DeviceWorld, table: string, key: unknown): Promise<void> {
  const db = await new Dexie(`sothon-${USER}`, world.indexedDb).open()
  await db.table(table).delete(key as never)
  db.close()
}
