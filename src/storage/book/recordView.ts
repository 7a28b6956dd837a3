import { groupBy } from '../../domain/groupBy'
import { cardOf } from '../../domain/records/cards/cardOf'
import type { LocalOperation } from '../../domain/records/overlay'
import type { Outcome } from '../../domain/records/outcome'
import type { HeldRecord } from '../../domain/records/shrink'
import type { DraftRow, OutboxRow, RecordRow } from '../disk/accountDatabase'
import type { Draft } from '../ledger'
import { unlessSpoilt } from '../keys/cipher'
import type { OpenBook } from './openBook'
import { places } from '../disk/places'
import { partGone } from '../storageFailure'

const FEW = 50

/** An outbox row with its content decrypted. */
export interface StoredOperation extends LocalOperation {
  readonly row: OutboxRow
  readonly queuedAt: string
  readonly receipt?: string
  /** When this device received the outcome, ISO. */
  readonly settledAt?: string
}

/** Everything this device has of one record. Spoilt data is left out, except in `rows`. */
export interface RecordView {
  readonly id: string
  readonly server: HeldRecord | null
  /** In the order they were queued. */
  readonly operations: readonly StoredOperation[]
  readonly draft: Draft | null
  /** The rows as stored on disk. */
  readonly rows: { readonly record: RecordRow | undefined; readonly outbox: readonly OutboxRow[]; readonly draft: DraftRow | undefined }
}

/** Content of an outbox blob. `outcome` is ignored while the row is waiting (again). */
export interface OutboxContent extends Pick<StoredOperation, 'operation' | 'queuedAt' | 'receipt' | 'settledAt'> {
  readonly outcome: Outcome | null
}

export const keyOf = ({ device, counter }: OutboxRow): [string, number] => [device, counter]

/** `null` = it is spoilt. */
export async function openOutboxRow(book: OpenBook, row: OutboxRow): Promise<StoredOperation | null> {
  const content = (await unlessSpoilt(book.cipher().open(places.outbox(row.device, row.counter), row.blob))) as OutboxContent | null
  return content && { ...content, outcome: row.state === 'waiting' ? null : content.outcome, device: row.device, row }
}

/** The rows that can be read. */
export async function openOutboxRows(book: OpenBook, rows: readonly OutboxRow[]): Promise<readonly StoredOperation[]> {
  return (await Promise.all(rows.map((row) => openOutboxRow(book, row)))).filter((local) => local !== null)
}

/** `null` = it is spoilt. It then no longer counts in the digests, so that the difference to the server is noticed and the server sends it again (S45). */
export async function openRecordRow(book: OpenBook, row: RecordRow): Promise<HeldRecord | null> {
  const record = (await unlessSpoilt(book.cipher().open(places.record(row.id), row.blob))) as HeldRecord | null
  if (!record) book.cards.uncount(row.id)
  return record
}

export async function sealRecord(book: OpenBook, record: HeldRecord): Promise<RecordRow> {
  const { id, commune, hamlet, version } = record
  return { id, commune, hamlet, version, blob: await book.cipher().seal(places.record(id), record) }
}

/** Views of these records, read in one transaction. */
export async function readViews(book: OpenBook, ids: readonly string[]): Promise<readonly RecordView[]> {
  const { db } = book
  const [records, outbox, drafts] = await db.transaction('r', db.records, db.outbox, db.drafts, async () => {
    const list = [...ids]
    return [await db.records.bulkGet(list), await queuedFor(db, list), await db.drafts.bulkGet(list)] as const
  })
  const operations = groupBy(await openOutboxRows(book, outbox.sort(byAge)), ({ row }) => row.record)
  const rows = groupBy(outbox, ({ record }) => record)
  return Promise.all(ids.map(async (id, at) => {
    const [record, draft] = [records[at], drafts[at]]
    return {
      id,
      server: record ? await openRecordRow(book, record) : null,
      operations: operations.get(id) ?? [],
      draft: draft ? await openDraft(book, draft) : null,
      rows: { record, outbox: rows.get(id) ?? [], draft },
    }
  }))
}

async function openDraft(book: OpenBook, { id, blob }: DraftRow): Promise<Draft | null> {
  const draft = (await unlessSpoilt(book.cipher().open(places.draft(id), blob))) as Draft | null
  return draft ?? (await import('./drafts/unsealDraft').catch(partGone)).unsealDraft(book, id)
}

/** For many records the whole queue is read at once: a lookup for each costs more than reading the other rows. */
async function queuedFor({ outbox }: OpenBook['db'], ids: string[]): Promise<OutboxRow[]> {
  if (ids.length <= FEW) return outbox.where('record').anyOf(ids).toArray()
  const asked = new Set(ids)
  return outbox.filter((row) => asked.has(row.record)).toArray()
}

export async function readView(book: OpenBook, id: string): Promise<RecordView> {
  const [view] = await readViews(book, [id])
  return view ?? { id, server: null, operations: [], draft: null, rows: { record: undefined, outbox: [], draft: undefined } }
}

/** Rebuilds the cards of these records from disk. */
export async function refreshLocal(book: OpenBook, ids: readonly string[]): Promise<void> {
  for (const view of await readViews(book, [...new Set(ids)])) {
    const { id, server, operations, draft } = view
    const isAlone = server === null && operations.length === 0
    if (draft) book.drafts.set(id, isAlone ? 'alone' : 'onRecord')
    else book.drafts.delete(id)
    const commune = server?.commune ?? operations[0]?.row.commune ?? draft?.commune
    const isLocal = operations.length > 0 || draft !== null
    book.cards.setLocal(id, isLocal && commune !== undefined ? cardOf({ id, commune, server, operations, draft }) : undefined)
  }
}

/** Sorts by age: device ids sort by the time they were made, and counters increase within a device. */
export function byAge(a: OutboxRow, b: OutboxRow): number {
  return a.device === b.device ? a.counter - b.counter : a.device < b.device ? -1 : 1
}
