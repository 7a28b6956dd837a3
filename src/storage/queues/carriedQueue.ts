import { ok, type Result } from '../../domain/result'
import type { Envelope, EnvelopeName } from '../../protocol/messages'
import type { SealedDraft } from '../../protocol/sealing/sealedDrafts'
import type { IndexedDbPort } from '../disk/databaseOptions'
import { withDirectory, type DirectoryDatabase } from '../disk/directoryDatabase'
import type { StorageFailure } from '../ledger'
import type { SealedDraftQueue } from './sealedDraftQueue'
import type { SealedQueue } from './sealedQueue'
import { guarded } from '../storageFailure'

/** Counts of the envelopes and drafts this device carries for others; a draft counts once, however many copies of it there are. */
export interface Carried {
  readonly waiting: number
  /** Number of devices whose forms wait. */
  readonly devices: number
  /** The server could not read these; kept until they are dropped or taken over again. */
  readonly refused: number
}

/** Envelopes and drafts taken over from other devices, to send for them. Their makers also keep them until they hear from the server. */
export interface CarriedQueue extends SealedQueue {
  readonly ofDrafts: SealedDraftQueue
  /** Takes them over; what the server could not read before is tried again. Idempotent. @returns how many this device did not carry yet */
  take(envelopes: readonly Envelope[], drafts?: readonly SealedDraft[]): Promise<Result<number, StorageFailure>>
  count(): Promise<Carried>
  /** Drops everything carried. */
  drop(): Promise<Result<null, StorageFailure>>
}

export function openCarriedQueue(port?: IndexedDbPort): CarriedQueue {
  const within = <T>(work: (db: DirectoryDatabase) => PromiseLike<T>): Promise<T> => withDirectory(port, work)
  return {
    envelopes: (limit) => within(async (db) => (await db.carried.where('refused').equals(0).limit(limit).toArray()).map(({ device, commune, counter, keyId, sealed }) => ({ device, commune, counter, keyId, sealed }))),
    dropReceived: (received) => within((db) => db.carried.bulkDelete(keysOf(received))),
    setAsideUnreadable: (unreadable) => within(async (db) => {
      await db.carried.where('[device+counter]').anyOf(keysOf(unreadable)).modify({ refused: 1 })
    }),
    ofDrafts: {
      drafts: (limit) => within(async (db) => (await db.carriedDrafts.where('refused').equals(0).limit(limit).toArray()).map(({ device, commune, record, sealed }) => ({ device, commune, record, sealed }))),
      dropReceived: (received) => within((db) => db.carriedDrafts.bulkDelete(draftKeysOf(received))),
      setAsideUnreadable: (unreadable) => within(async (db) => {
        await db.carriedDrafts.where('[device+record+sealed]').anyOf(draftKeysOf(unreadable)).modify({ refused: 1 })
      }),
    },
    take: (envelopes, drafts = []) => guarded(() => within((db) => db.transaction('rw', db.carried, db.carriedDrafts, async () => {
      const known = [...(await db.carried.bulkGet(keysOf(envelopes))), ...(await db.carriedDrafts.bulkGet(draftKeysOf(drafts)))]
      await db.carried.bulkPut(envelopes.map((envelope) => ({ ...envelope, refused: 0 })))
      await db.carriedDrafts.bulkPut(drafts.map((draft) => ({ ...draft, refused: 0 })))
      return ok(known.filter((row) => row === undefined).length)
    }))),
    count: () => within(async (db) => {
      const rows = [...(await db.carried.toArray()).map((row) => ({ ...row, name: row.counter })), ...(await db.carriedDrafts.toArray()).map((row) => ({ ...row, name: row.record }))]
      const waiting = rows.filter((row) => row.refused === 0)
      const formsOf = (some: typeof rows): number => new Set(some.map(({ device, name }) => `${device}:${name}`)).size
      return { waiting: formsOf(waiting), devices: new Set(waiting.map((row) => row.device)).size, refused: formsOf(rows.filter((row) => row.refused === 1)) }
    }),
    drop: () => guarded(() => within(async (db) => {
      await db.carried.clear()
      await db.carriedDrafts.clear()
      return ok(null)
    })),
  }
}

const keysOf = (names: readonly EnvelopeName[]): [string, number][] => names.map(({ device, counter }) => [device, counter])
/** Only the server can tell which copy of a draft is the newest, so every copy is kept and sent. */
const draftKeysOf = (drafts: readonly SealedDraft[]): [string, string, string][] => drafts.map(({ device, record, sealed }) => [device, record, sealed])
