import { isHeldBy, isShown } from '../../../domain/records/overlay'
import type { Operation } from '../../../domain/records/operation'
import type { Outcome } from '../../../domain/records/outcome'
import type { OutboxRow, OutboxState, RecordRow } from '../../disk/accountDatabase'
import type { UnsentNotes } from '../../ledger'
import type { OutboxPort } from '../../ports/outboxPort'
import type { NotesChange } from '../drafts/unsentNotes'
import { enrolmentOf, insist, type OpenBook } from '../openBook'
import { places } from '../../disk/places'
import { keepDone } from './keptOperations'
import { notesIn } from '../drafts/notesIn'
import { keyOf, openOutboxRow, openOutboxRows, openRecordRow, refreshLocal, type OutboxContent, type StoredOperation } from '../recordView'
import { catchUp, rangeOf } from '../../disk/stateRows'
import { untilWritten } from '../../disk/untilWritten'
import { partGone } from '../../storageFailure'

export type SettledOutcome = Parameters<OutboxPort['settle']>[1][number]

/** The queue of one account, for the sync engine. */
export function outboxPort(book: OpenBook): OutboxPort {
  const device = (commune: string): string => enrolmentOf(book, commune).device
  const waitingRows = (commune: string) => book.db.outbox.where('[device+state+counter]').between(...rangeOf(device(commune), 'waiting'))
  return {
    device,
    epoch: (commune) => enrolmentOf(book, commune).epoch,
    lastGiven: (commune) => insist(book, async () => (await book.db.counters.get(device(commune)))?.last ?? 0),
    findOperations: (commune, counters) => insist(book, () => findOperations(book, counters.map((counter) => [device(commune), counter]))),
    sendAgain: (commune, epoch, last) => insist(book, async () => (await import('./sendAgain').catch(partGone)).sendAgain(book, commune, epoch, last)),
    renew: (enrolment, again) => insist(book, async () => (await import('../devices/renewDevice').catch(partGone)).renewDevice(book, enrolment, again)),
    waiting: (commune, limit) => insist(book, async () => {
      const rows = await waitingRows(commune).limit(limit).toArray()
      const opened = await Promise.all(rows.map((row) => openOutboxRow(book, row)))
      const sealed = opened.includes(null) ? await book.db.sealed.bulkGet(rows.map(keyOf)) : []
      return rows.map((row, at) => ({ counter: row.counter, operation: opened[at]?.operation ?? null, wasSent: opened[at] ? row.sent === 1 : sealed[at] === undefined }))
    }),
    waitingCount: (commune) => insist(book, async () => (await waitingRows(commune).count()) + (await formerSealedCount(book, commune))),
    markSent: (commune, counters) => insist(book, () => markSent(book, counters.map((counter) => [device(commune), counter]))),
    settle: (commune, outcomes) => insist(book, () => settle(book, device(commune), outcomes)),
  }
}

/** Number of envelopes of former ids of this device; they are sent sealed, under those ids. */
async function formerSealedCount({ db, enrolments }: OpenBook, commune: string): Promise<number> {
  const current = new Set(enrolments.map((enrolment) => enrolment.device))
  return db.sealed.filter((row) => row.commune === commune && !current.has(row.device)).count()
}

async function findOperations(book: OpenBook, keys: [string, number][]): Promise<ReadonlyMap<number, Operation>> {
  const { db } = book
  const [queued, kept] = await db.transaction('r', db.outbox, db.kept, async () => [await db.outbox.bulkGet(keys), await db.kept.bulkGet(keys)] as const)
  const rows = [...queued, ...kept.map((each) => each?.row)].filter((row) => row !== undefined)
  return new Map((await openOutboxRows(book, rows)).map(({ operation }) => [operation.counter, operation]))
}

async function markSent({ db }: OpenBook, keys: [string, number][]): Promise<void> {
  await db.transaction('rw', db.outbox, async () => {
    const rows = (await db.outbox.bulkGet(keys)).filter((row) => row?.sent === 0) as OutboxRow[]
    await db.outbox.bulkPut(rows.map((row) => ({ ...row, sent: 1 as const, rev: row.rev + 1 })))
  })
}

/** Idempotent: operations already settled or gone are skipped. */
async function settle(book: OpenBook, device: string, outcomes: readonly SettledOutcome[]): Promise<void> {
  const ids = await untilWritten(() => settleOnce(book, device, outcomes))
  await refreshLocal(book, ids)
  book.changed({ ids })
}

async function settleOnce(book: OpenBook, device: string, outcomes: readonly SettledOutcome[]): Promise<readonly string[] | undefined> {
  const { db } = book
  const keys = outcomes.map(({ counter }): [string, number] => [device, counter])
  const found = (await db.outbox.bulkGet(keys)).flatMap((row) => (row?.state === 'waiting' ? [row] : []))
  const opened = await Promise.all(found.map((row) => openOutboxRow(book, row)))
  const records = await db.records.bulkGet(found.map((row) => row.record))
  const byCounter = new Map(outcomes.map((outcome) => [outcome.counter, outcome]))
  const plans = await Promise.all(found.map((row, at) => planOf(book, { row, local: opened[at] ?? null, record: records[at] }, byCounter.get(row.counter))))
  const notes = await notesBack(book, plans)
  const written = await db.transaction('rw', [db.outbox, db.kept, db.sealed, db.state, db.sealedDrafts, db.devices], async () => {
    const now = await db.outbox.bulkGet(found.map(keyOf))
    if (found.some((row, at) => now[at]?.rev !== row.rev)) return false
    for (const change of notes) if (!(await change.isCurrent())) return false
    for (const change of notes) await change.write()
    await db.sealed.bulkDelete(keys)
    const over = plans.flatMap(({ row, isOver }) => (isOver ? [row] : []))
    await db.outbox.bulkDelete(over.map(keyOf))
    await keepDone(book, over)
    await db.outbox.bulkPut(plans.flatMap(({ row, isOver }) => (isOver ? [] : [row])))
    return true
  })
  return written ? found.map((row) => row.record) : void (await catchUp(book))
}

/** The notes of refused decisions, as unsent notes again. They must be back before the next decision on the record deletes the refused one. */
async function notesBack(book: OpenBook, plans: readonly Plan[]): Promise<readonly NotesChange[]> {
  const byRecord = new Map<string, UnsentNotes>()
  for (const { row, refused } of plans) {
    const notes = refused && notesIn(refused)
    if (notes) byRecord.set(row.record, { ...byRecord.get(row.record), ...notes })
  }
  if (byRecord.size === 0) return []
  const { withRefused } = await import('../drafts/unsentNotes').catch(partGone)
  return Promise.all([...byRecord].map(([record, notes]) => withRefused(book, record, notes)))
}

interface Plan {
  readonly row: OutboxRow
  /** The replica already shows its effect: the operation leaves the queue. */
  readonly isOver: boolean
  readonly refused?: Operation
}

interface Settling {
  readonly row: OutboxRow
  /** `null` = it is spoilt: only its state records what the server said. */
  readonly local: StoredOperation | null
  readonly record: RecordRow | undefined
}

async function planOf(book: OpenBook, { row, local, record }: Settling, settled: SettledOutcome | undefined): Promise<Plan> {
  if (!settled) return { row, isOver: false }
  const { outcome, receipt } = settled
  const next = { ...row, state: stateOf(outcome), sent: 1, version: outcome.kind === 'refused' ? 0 : outcome.version, rev: row.rev + 1 } as const
  if (!local) return { row: next, isOver: false }
  const { operation, queuedAt } = local
  const content: OutboxContent = { operation, queuedAt, outcome, receipt, settledAt: new Date(book.now()).toISOString() }
  const server = record ? await openRecordRow(book, record) : null
  const known = { ...local, outcome }
  return {
    row: { ...next, blob: await book.cipher().seal(places.outbox(row.device, row.counter), content) },
    isOver: server !== null && isShown(server, known) && !isHeldBy(server, known),
    ...(outcome.kind === 'refused' && { refused: operation }),
  }
}

function stateOf({ kind }: Outcome): OutboxState {
  return kind === 'accepted' || kind === 'merged' ? 'acknowledged' : kind
}
