import { lastSaid, openHolds } from '../../domain/records/overlay'
import type { RecordHead } from '../../domain/records/record'
import type { Ledger, LocalRecord, PendingOperation, StorageStatus } from '../ledger'
import { attempt, insist, type OpenBook } from './openBook'
import { outboxPort } from './queue/outboxPort'
import { photoPort } from './photos/photos'
import { byAge, keyOf, openOutboxRows, readView, type RecordView, type StoredOperation } from './recordView'
import { replicaPort } from './replicaPort'
import { rescuedPort } from './drafts/rescuedDrafts'
import { spoiltPort } from './spoilt/spoiltPort'
import { tellApart, tellApartElsewhere, toldApart, toldElsewhere } from './toldApart'
import { partGone } from '../storageFailure'
import { writesOf } from './writesOf'

/** Loaded on demand: not needed to open a book. */
const shrinking = () => import('./cards/shrinkRecords').catch(partGone)

/** The ledger of an open book. Reads reject with `StorageError` if the store is lost or locked. */
export function ledgerOf(book: OpenBook, listeners: Set<() => void>, lock: () => void): Ledger {
  return {
    ...writesOf(book),
    get communes() {
      return book.enrolments.map((enrolment) => enrolment.code)
    },
    context: (commune) => book.contexts.get(commune) ?? null,
    cards: () => book.cards.all(),
    card: (id) => book.cards.find(id),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getRecord: (id) => insist(book, async () => localRecordOf(await readView(book, id))),
    shrinkOld: () => attempt(book, async () => (await shrinking()).shrinkOld(book)),
    takeWhole: (record) => attempt(book, async () => (await shrinking()).takeWhole(book, record)),
    tellApart: (one, other) => attempt(book, () => tellApart(book, one, other)),
    toldApart: (person) => insist(book, () => toldApart(book, person)),
    tellApartElsewhere: (person, mark) => attempt(book, () => tellApartElsewhere(book, person, mark)),
    toldElsewhere: (person) => insist(book, () => toldElsewhere(book, person)),
    pending: () => insist(book, () => allPending(book)),
    taken: (limit, record) => insist(book, async () => (await import('./queue/takenOperations').catch(partGone)).takenOperations(book, limit, record)),
    holder: () => book.holder,
    outbox: outboxPort(book),
    replica: replicaPort(book),
    photos: photoPort(book),
    rescued: rescuedPort(book),
    spoilt: spoiltPort(book),
    status: storageStatus,
    lock,
  }
}

function localRecordOf({ server, operations }: RecordView): LocalRecord | undefined {
  const submits = operations.flatMap(({ operation }) => (operation.type === 'submit' ? [operation] : []))
  const head = server ?? submits[0]?.head
  const form = submits.at(-1)?.form ?? server?.form
  if (!head || !form) return undefined
  return { server, head: headOf(head), form, ...lastSaid(server, operations), holds: openHolds(server, operations), pending: operations.filter(isPending).map((local) => pendingOf(local)) }
}

const headOf = ({ kind, hamlet, household, person }: RecordHead): RecordHead => ({ kind, hamlet, household, person })

/** Acknowledged operations are not pending: they are kept only until a pull shows them. */
const isPending = (local: StoredOperation): boolean => local.row.state !== 'acknowledged'

function pendingOf({ row, operation, queuedAt, outcome, receipt }: StoredOperation, bytes?: number): PendingOperation {
  const trouble = outcome?.kind === 'held' || outcome?.kind === 'refused' ? outcome : null
  return { commune: row.commune, device: row.device, operation, queuedAt, trouble, ...(receipt !== undefined && { receipt }), ...(bytes !== undefined && { bytes }) }
}

async function allPending(book: OpenBook): Promise<readonly PendingOperation[]> {
  const rows = (await book.db.outbox.toArray()).sort(byAge)
  const opened = await openOutboxRows(book, rows)
  const sealed = await book.db.sealed.bulkGet(opened.map(({ row }) => keyOf(row)))
  // In base64, four characters carry three bytes.
  return opened.map((local, at) => [local, sealed[at] && (sealed[at].sealed.length * 3) / 4] as const).filter(([local]) => isPending(local)).map(([local, bytes]) => pendingOf(local, bytes))
}

async function storageStatus(): Promise<StorageStatus> {
  const manager = (globalThis.navigator as Navigator | undefined)?.storage as StorageManager | undefined
  const [persisted, estimate] = await Promise.all([manager?.persisted?.().catch(() => null), manager?.estimate?.().catch(() => null)])
  return { persisted: persisted ?? null, usedBytes: estimate?.usage ?? null, quotaBytes: estimate?.quota ?? null }
}
