import 'fake-indexeddb/auto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { Answers } from '../../src/domain/forms/answers'
import type { RecordHead, RegisterRecord } from '../../src/domain/records/record'
import { toBase64url } from '../../src/protocol/base64url'
import { generateServerKey, openEnvelope } from '../../src/protocol/sealing/envelope'
import type { Draft, Ledger, SubmitInput } from '../../src/storage/ledger'
import type { Envelope } from '../../src/protocol/messages'
import { accountDatabase } from '../../src/storage/disk/accountDatabase'
import type { BookLocks } from '../../src/storage/bookLocks'
import { openSealedQueue } from '../../src/storage/queues/sealedQueue'
import { openVaults } from '../../src/storage/vaults'
import type { EnrolInput } from '../../src/storage/vaultTypes'

export const COMMUNE = '22810'
export const USER = '0190a000-0000-7000-8000-0000000000f1'
export const HAMLET = '0190a000-0000-7000-8000-0000000000aa'
export const OTHER_HAMLET = '0190a000-0000-7000-8000-0000000000ab'
export const DEVICE = '0190a000-0000-7000-8000-00000000d001'
export const PASSPHRASE = 'trâu lội ao bèo chiều'
export const EPOCH = '0190a000-0000-7000-8000-00000000e001'
export const SECRET = toBase64url(new Uint8Array(32).fill(7))

/** One device with an empty disk, a clock that stands still until moved, and a server key. */
export async function deviceWorld() {
  const clock = { ms: Date.parse('2026-11-25T02:10:00.000Z') }
  const indexedDb = { indexedDB: new IDBFactory(), IDBKeyRange }
  const serverKey = await generateServerKey()
  const locks = memoryLocks()
  // One KiB of memory is for tests only: Argon2 itself is hash-wasm's business.
  const vaults = openVaults({ now: () => clock.ms, indexedDb, locks, kdfCost: { memoryKib: 8, passes: 1 } })
  const enrolment = (change: Partial<EnrolInput['communes'][number]> = {}): EnrolInput['communes'][number] => ({
    code: COMMUNE, device: DEVICE, deviceSecret: SECRET, serverKey: { id: 'k1', publicKey: serverKey.publicKey }, epoch: EPOCH, ...change,
  })
  const enrolInput: EnrolInput = { userId: USER, username: 'ktor.ninhson', passphrase: PASSPHRASE, communes: [enrolment()] }
  return {
    clock, indexedDb, locks, serverKey, vaults, enrolment, enrolInput,
    queue: openSealedQueue(indexedDb),
    /** The operation inside, as the server reads it. */
    openEnvelope: async (envelope: Envelope | undefined): Promise<unknown> => {
      const inside = envelope && (await openEnvelope({ envelope, privateKey: serverKey.privateKey, deviceSecret: SECRET }))
      return inside?.ok ? inside.value : 'unreadable'
    },
    enrol: async (): Promise<Ledger> => opened(await vaults.enrol(enrolInput)),
    unlock: async (): Promise<Ledger> => opened(await vaults.unlock(USER, PASSPHRASE)),
  }
}

/** Locks of one browser, all its tabs. */
function memoryLocks(): BookLocks {
  const open = new Map<string, number>()
  const count = (userId: string, more: number): void => void open.set(userId, (open.get(userId) ?? 0) + more)
  return {
    async hold(userId) {
      count(userId, 1)
      let isHeld = true
      return () => {
        if (isHeld) count(userId, -1)
        isHeld = false
      }
    },
    ifClosed: async (userId, work) => (open.get(userId) ? null : work()),
  }
}
export type DeviceWorld = Awaited<ReturnType<typeof deviceWorld>>

/** A phone on which `work` was done; then the book was closed. */
export async function closedPhone(work: (ledger: Ledger, world: DeviceWorld) => Promise<unknown>) {
  const world = await deviceWorld()
  const ledger = await world.enrol()
  await work(ledger, world)
  ledger.lock()
  return world
}

function opened(result: { readonly ok: true; readonly value: Ledger } | { readonly ok: false; readonly error: unknown }): Ledger {
  if (!result.ok) throw new Error(`the book did not open: ${JSON.stringify(result.error)}`)
  return result.value
}

/** As a failing disk does. */
export async function spoilPhoto({ indexedDb }: DeviceWorld, record: string, hash: string): Promise<void> {
  const db = accountDatabase(USER, indexedDb)
  const photo = await db.photos.get([record, hash])
  await db.sealedBytes.where('id').equals(photo?.sealed ?? '').modify((row) => { row.blob[20]! ^= 1 })
  db.close()
}

export const id = (number: number): string => `0190b000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

export const householdHead: RecordHead = { kind: 'household', hamlet: HAMLET, household: null, person: null }

export const household = (record: string, answers: Answers, change: Partial<SubmitInput> = {}): SubmitInput =>
  ({ id: record, commune: COMMUNE, head: householdHead, form: 'household@1', answers, reasons: {}, ...change })

export const draft = (record: string, answers: Answers, change: Partial<Draft> = {}): Draft =>
  ({ id: record, commune: COMMUNE, head: householdHead, form: 'household@1', base: 0, answers, reasons: {}, savedAt: '2026-11-25T02:10:00.000Z', ...change })

export const registered = (record: string, answers: Answers, change: Partial<RegisterRecord> = {}): RegisterRecord => ({
  ...householdHead, commune: COMMUNE, id: record, form: 'household@1', answers, version: 1, status: 'live', round: 1, notes: [], submission: null,
  reviewedBy: null, reviewedAt: null, changes: [], holds: [], warnings: [], reasons: {}, ...change,
})

/** A page as the server sends it. */
export const page = (records: readonly RegisterRecord[], change: Partial<Parameters<Ledger['replica']['applyPage']>[1]> = {}) =>
  ({ reset: false, records, cursor: { epoch: EPOCH, scope: 's', seq: 1 }, scope: [HAMLET], ...change })

/** A phone on which one form, the household `id(1)`, waits to be sent. */
export async function withOneWaiting() {
  const world = await deviceWorld()
  const ledger = await world.enrol()
  await ledger.submit(household(id(1), { headName: 'Lò Thị Ban' }))
  return { world, ledger }
}
