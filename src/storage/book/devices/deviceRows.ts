import type { AccountDatabase, DeviceRow } from '../../disk/accountDatabase'
import type { Enrolment } from './enrolment'
import type { OpenBook } from '../openBook'
import { partGone } from '../../storageFailure'

/** The devices of these enrolments, as a closed book names and proves them. Made before the transaction that writes them. */
export function deviceRows(enrolments: readonly Enrolment[]): Promise<readonly DeviceRow[]> {
  return Promise.all(enrolments.map(async ({ device, code: commune, deviceSecret }) => ({
    device, commune, proof: await (await import('../../../protocol/sealing/deviceProof').catch(partGone)).deviceProof({ device, commune, deviceSecret }), isRevoked: 0 as const, untaken: 0,
  })))
}

/** Inside a transaction: these and no others. What the server said of one stands until it says something else. */
export async function putDevices({ devices }: AccountDatabase, rows: readonly DeviceRow[]): Promise<void> {
  const known = await devices.bulkGet(rows.map(({ device }) => device))
  await devices.clear()
  await devices.bulkPut(rows.map((row, at) => known[at] ?? row))
}

/** Inside the transaction that writes what was sealed under these ids: the book still goes under them. A tab that was not told reads them anew (`catchUp`). */
export async function areItsIds({ devices }: AccountDatabase, ids: readonly string[]): Promise<boolean> {
  return (await devices.bulkGet([...ids])).every((row) => row !== undefined)
}

/** Stores of earlier versions have none. */
export async function completeDevices({ db, enrolments }: OpenBook): Promise<void> {
  const known = await db.devices.bulkGet(enrolments.map(({ device }) => device))
  if (known.every((row) => row !== undefined)) return
  const rows = await deviceRows(enrolments)
  await db.transaction('rw', db.devices, () => putDevices(db, rows))
}
