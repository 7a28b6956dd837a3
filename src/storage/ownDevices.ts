import type { StandingRequest, StandingResponse } from '../protocol/messages'
import type { BookLocks } from './bookLocks'
import type { AccountDatabase, DeviceRow } from './disk/accountDatabase'
import { withStore } from './disk/accountStore'
import type { IndexedDbPort } from './disk/databaseOptions'
import { withDirectory } from './disk/directoryDatabase'
import { eraseIfSent } from './disk/eraseIfSent'
import { rangeOf } from './disk/stateRows'

/**
 * How the book of an account stands.
 * - `counts`: not revoked
 * - `revoked`: revoked and still here
 * - `erased`: revoked, and erased just now
 */
export type BookStanding = 'counts' | 'revoked' | 'erased'

/** The devices that this phone's accounts are at the server. Needs no key and no session: the service worker asks about them while the book is closed. */
export interface OwnDevices {
  accounts(): Promise<readonly { readonly userId: string; readonly devices: StandingRequest['devices'] }[]>
  /**
   * Stores what the server said of an account's devices. If one is revoked, the book is erased, but only if no tab has it open and nothing in it is
   * unsent. What is unsent is checked in the transaction that erases (S40).
   */
  take(userId: string, standing: StandingResponse): Promise<BookStanding>
}

export interface OwnDevicesDeps {
  readonly locks: BookLocks
  readonly port?: IndexedDbPort
}

export function openOwnDevices({ locks, port }: OwnDevicesDeps): OwnDevices {
  return {
    async accounts() {
      const known = await withDirectory(port, (directory) => directory.accounts.filter(({ passphrase }) => passphrase !== null).primaryKeys())
      return Promise.all(known.map(async (userId) => ({ userId, devices: await withStore(userId, port, askedOf) })))
    },
    async take(userId, standing) {
      if (!(await withStore(userId, port, (db) => keepStanding(db, standing)))) return 'counts'
      const isErased = await locks.ifClosed(userId, () => withDirectory(port, (directory) => eraseIfSent(directory, userId, port)))
      return isErased ? 'erased' : 'revoked'
    },
  }
}

async function askedOf(db: AccountDatabase): Promise<StandingRequest['devices']> {
  const rows = await db.devices.toArray()
  return Promise.all(rows.map(async ({ device, commune, proof }) => {
    const unanswered = await db.outbox.where('[device+state+counter]').between(...rangeOf(device, 'waiting')).first()
    return { device, commune, proof, after: unanswered ? unanswered.counter - 1 : await lastGiven(db, device) }
  }))
}

/** @returns whether one of the devices is revoked */
async function keepStanding(db: AccountDatabase, { revoked, devices }: StandingResponse): Promise<boolean> {
  return db.transaction('rw', db.devices, db.counters, db.sealed, async () => {
    const told = new Map(devices.map((one) => [one.device, one]))
    const rows = await Promise.all((await db.devices.toArray()).map(async (row): Promise<DeviceRow> => {
      const { last = 0, untaken = 0 } = told.get(row.device) ?? {}
      // The server lists what it has of each device only if one is revoked. Otherwise its silence means nothing.
      const lacking = revoked.length === 0 ? 0 : untaken + (await missingAfter(db, row.device, last))
      return { ...row, isRevoked: revoked.includes(row.device) ? 1 : 0, untaken: lacking }
    }))
    await db.devices.bulkPut(rows)
    return rows.some(({ isRevoked }) => isRevoked === 1)
  })
}

/** Counts operations that the server does not have (possibly because an older backup was restored) and that no envelope here can bring. */
async function missingAfter(db: AccountDatabase, device: string, last: number): Promise<number> {
  const given = await lastGiven(db, device)
  const sealed = await db.sealed.where('[device+counter]').between([device, last], [device, given], false, true).count()
  return Math.max(0, given - last - sealed)
}

const lastGiven = async (db: AccountDatabase, device: string): Promise<number> => (await db.counters.get(device))?.last ?? 0
