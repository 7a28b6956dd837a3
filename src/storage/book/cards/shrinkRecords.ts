import { recordCheck } from '../../../domain/records/digest'
import { isReviewed, type RegisterRecord } from '../../../domain/records/record'
import { mayShrink, shrinkRecord, type HeldRecord } from '../../../domain/records/shrink'
import type { PlainDate } from '../../../domain/time'
import { untilWritten } from '../../disk/untilWritten'
import { isFree, shrinkingOf, type Shrinking } from './asHeld'
import { isAsPlanned, loadPages, planPages } from './cardPages'
import type { OpenBook } from '../openBook'
import { openRecordRow, sealRecord } from '../recordView'

/*
 * Shrinks accepted forms to what the work needs, and brings them back whole when somebody opens one (`domain/records/shrink.ts`). Records with a draft or
 * operations of this device are never shrunk.
 */

const RECORDS_AT_ONCE = 100

/** Shrinks forms that have become old enough since they arrived. Idempotent. @returns how many were shrunk */
export async function shrinkOld(book: OpenBook): Promise<number> {
  let count = 0
  for (const commune of book.contexts.keys()) {
    const shrinking = shrinkingOf(book, commune)
    if (!shrinking) continue
    const ids = candidates(book, commune, shrinking.before)
    for (let at = 0; at < ids.length; at += RECORDS_AT_ONCE) count += await shrinkSome(book, ids.slice(at, at + RECORDS_AT_ONCE), shrinking)
  }
  return count
}

/** Candidates, chosen by their cards: a form is never accepted before it was sent, so `sentAt` is early enough. */
function candidates(book: OpenBook, commune: string, before: PlainDate): readonly string[] {
  return book.cards.all().filter((card) => card.commune === commune && isReviewed(card.kind) && card.status === 'accepted' && !card.shrunk && (card.sentAt ?? '') < before && isFree(book, card.id)).map(({ id }) => id)
}

async function shrinkSome(book: OpenBook, ids: readonly string[], { before, isAskedAgain }: Shrinking): Promise<number> {
  return untilWritten(async () => {
    const busy = await busyIds(book, ids)
    const rows = (await book.db.records.bulkGet(ids.filter((id) => !busy.has(id)))).filter((row) => row !== undefined)
    const records = await Promise.all(rows.map((row) => openRecordRow(book, row)))
    const old = records.filter((record) => record !== null).filter((record) => isFree(book, record.id) && mayShrink(record, before))
    if (old.length === 0) return 0
    const isStillFree = async (): Promise<boolean> => [...(await busyIds(book, ids))].every((id) => busy.has(id))
    return (await exchange(book, old.map((record) => shrinkRecord(record, isAskedAgain)), isStillFree)) ? old.length : undefined
  })
}

/** Those of the records that have a draft or operations on disk, also from another tab. */
async function busyIds({ db }: OpenBook, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const list = [...ids]
  const drafts = await db.drafts.where('id').anyOf(list).primaryKeys()
  const queued = (await db.outbox.where('record').anyOf(list).toArray()).map(({ record }) => record)
  return new Set([...drafts, ...queued])
}

/**
 * Replaces a shrunk record by the whole one from the server, for a person who wants to read it.
 * @returns false if the record here has changed or is gone: the next sync brings what there is
 */
export async function takeWhole(book: OpenBook, record: RegisterRecord): Promise<boolean> {
  return untilWritten(async () => {
    const row = await book.db.records.get(record.id)
    const held = row && (await openRecordRow(book, row))
    if (!held) return false
    if (held.shrunk === undefined) return true
    if (held.shrunk !== recordCheck(record)) return false
    book.wholes.add(record.id)
    return (await exchange(book, [record], async () => true)) ? true : undefined
  })
}

/**
 * Replaces records on disk by others of the same version.
 * @param isAllowed checked inside the transaction
 * @returns false if another writer was faster
 */
async function exchange(book: OpenBook, records: readonly HeldRecord[], isAllowed: () => Promise<boolean>): Promise<boolean> {
  const { db } = book
  const ids = records.map(({ id }) => id)
  const rows = await Promise.all(records.map((record) => sealRecord(book, record)))
  const cards = await planPages(book, records, new Set())
  const isWritten = await db.transaction('rw', [db.records, db.cards, db.drafts, db.outbox], async () => {
    const now = await db.records.bulkGet(ids)
    const isSame = (await isAsPlanned(book, cards)) && now.every((row, at) => row?.version === rows[at]?.version) && (await isAllowed())
    if (!isSame) return false
    await db.records.bulkPut(rows)
    await db.cards.bulkPut([...cards.rows])
    return true
  })
  const buckets = [...cards.before.keys()]
  if (!isWritten) {
    await loadPages(book, buckets)
    return false
  }
  book.cards.setPages(cards.pages)
  book.changed({ buckets })
  return true
}
