import type { AccountDatabase, DeviceRow } from '../../disk/accountDatabase'
import type { Enrolment } from './enrolment'
import type { OpenBook } from '../openBook'
import { partGone } from '../../storageFailure'

/** Rows that let a closed book name and prove the devices of these enrolments. Call it before the transaction that writes them. */
export function deviceRows(enrolments: readonly Enrolment[]): Promise<readonly DeviceRow[]> {
  return Promise.all(enrolments.map(async ({ device, code: commune, deviceSecret }) => ({
    device, commune, proof: await (await import('../../../protocol/sealing/deviceProof').catch(partGone)).deviceProof({ device, commune, deviceSecret }), isRevoked: 0 as const, untaken: 0,
  })))
}

/** Stores these devices and deletes all others. Call it inside a transaction. What the server last said of a device is kept. */
export async function putDevices({ devices }: AccountDatabase, rows: readonly DeviceRow[]): Promise<void> {
  const known = await devices.bulkGet(rows.map(({ device }) => device))
  await devices.clear()
  await devices.bulkPut(rows.map((row, at) => known[at] ?? row))
}

/**
 * Whether the book still uses these device ids. Call it inside the transaction that writes data sealed under them. A tab that has not heard of a change
 * reads them again (`catchUp`).
 */
export async function areItsIds({ devices }: AccountDatabase, ids: readonly string[]): Promise<boolean> {
  return (await devices.bulkGet([...ids])).every((row) => row !== undefined)
}

/** Adds missing device rows: stores of earlier versions have none. */
export async function completeDevices({ db, enrolments }: OpenBook): Promise<void> {
  const known = await db.devices.bulkGet(enrolments.map(({ device }) => device))
  if (known.every((row) => row !== undefined)) return
  const rows = await deviceRows(enrolments)
  await db.transaction('rw', db.devices, () => putDevices(db, rows))
}
