import { cardOf } from '../../../domain/records/cards/cardOf'
import type { Card } from '../../../domain/records/cards/card'
import { recordCheck } from '../../../domain/records/digest'
import { recordKinds } from '../../../domain/records/record'
import type { HeldRecord } from '../../../domain/records/shrink'
import type { CardPageRow } from '../../disk/accountDatabase'
import { bucketOf } from '../../disk/bucketOf'
import { unlessSpoilt } from '../../keys/cipher'
import { uncounted, type CardPage } from './cardIndex'
import type { OpenBook } from '../openBook'
import { packCards, unpackCards, type PackedCards } from './packCards'
import { places } from '../../disk/places'
import { untilWritten } from '../../disk/untilWritten'
import { openRecordRow } from '../recordView'

export function readPages({ db }: OpenBook): Promise<readonly CardPageRow[]> {
  return db.cards.toArray()
}

/** Loads all pages read from disk into memory. Rebuilds them if another version of the app wrote them or one is spoilt. */
export async function takePages(book: OpenBook, rows: readonly CardPageRow[]): Promise<void> {
  const pages = await Promise.all(rows.map((row) => openPage(book, row)))
  const isMissing = rows.length === 0 && (await book.db.records.count()) > 0
  if (isMissing || pages.includes(undefined)) return rebuildPages(book)
  book.cards.setPages(pages.filter((page) => page !== undefined))
}

/** Loads these pages into memory; a page that does not exist is empty. */
export async function loadPages(book: OpenBook, buckets: readonly number[]): Promise<void> {
  const rows = await book.db.cards.bulkGet([...buckets])
  const pages = await Promise.all(rows.map((row, at) => (row ? openPage(book, row) : { bucket: buckets[at] ?? 0, rev: 0, cards: [] })))
  if (pages.includes(undefined)) return rebuildPages(book)
  book.cards.setPages(pages.filter((page) => page !== undefined))
}

async function openPage(book: OpenBook, { bucket, rev, blob }: CardPageRow): Promise<CardPage | undefined> {
  const packed = (await unlessSpoilt(book.cipher().open(places.cards(bucket), blob))) as PackedCards | null
  const cards = packed ? unpackCards(packed) : undefined
  return cards && { bucket, rev, cards }
}

async function sealPage(book: OpenBook, { bucket, rev, cards }: CardPage): Promise<CardPageRow> {
  return { bucket, rev, blob: await book.cipher().seal(places.cards(bucket), packCards(cards)) }
}

export interface PagePlan {
  /** Revs of the pages when they were planned. */
  readonly before: ReadonlyMap<number, number>
  readonly pages: readonly CardPage[]
  readonly rows: readonly CardPageRow[]
}

/**
 * Plans the pages after records arrive and others go, encrypted and ready for the transaction that checks `before`.
 * @param left records that left the scope but stay: they are not counted in the digests
 */
export async function planPages(book: OpenBook, records: readonly HeldRecord[], gone: ReadonlySet<string>, left: readonly string[] = []): Promise<PagePlan> {
  const fresh = records.flatMap((record) => cardOfServer(record) ?? [])
  const replaced = new Set([...gone, ...records.map((record) => record.id)])
  const leaving = [...replaced].flatMap((id) => book.cards.replicaCard(id) ?? [])
  const counted = left.flatMap((id) => book.cards.replicaCard(id) ?? []).filter(({ check }) => check !== undefined)
  const stays = new Map(counted.map((card) => [card.id, uncounted(card)]))
  const buckets = new Set([...fresh, ...leaving, ...counted].map(bucketOf))
  const before = new Map([...buckets].map((bucket) => [bucket, book.cards.rev(bucket)]))
  const pages = [...book.cards.pages(buckets)].map(([bucket, cards]) => ({
    bucket,
    rev: (before.get(bucket) ?? 0) + 1,
    cards: [...cards.filter((card) => !replaced.has(card.id)).map((card) => stays.get(card.id) ?? card), ...fresh.filter((card) => bucketOf(card) === bucket)],
  }))
  return { before, pages, rows: await Promise.all(pages.map((page) => sealPage(book, page))) }
}

/** Call it inside the transaction that writes the pages: whether nobody wrote them since they were planned. */
export async function isAsPlanned({ db }: OpenBook, { before }: PagePlan): Promise<boolean> {
  const buckets = [...before.keys()]
  const pages = await db.cards.bulkGet(buckets)
  return buckets.every((bucket, at) => (pages[at]?.rev ?? 0) === before.get(bucket))
}

const RECORDS_AT_ONCE = 500

/** Rebuilds every page from the records, which are the truth. Takes seconds; needed only after an update of the app, or if pages are spoilt or missing. */
async function rebuildPages(book: OpenBook): Promise<void> {
  const { db } = book
  const pages = await untilWritten(async () => {
    const revs = await pageRevs(book)
    const rev = Math.max(0, ...revs.values()) + 1
    const built = [...(await cardsByBucket(book))].map(([bucket, cards]): CardPage => ({ bucket, rev, cards }))
    const rows = await Promise.all(built.map((page) => sealPage(book, page)))
    return db.transaction('rw', db.cards, async () => {
      if (String([...(await pageRevs(book))]) !== String([...revs])) return undefined
      await db.cards.clear()
      await db.cards.bulkPut(rows)
      return built
    })
  })
  book.cards.setPages(pages)
}

async function pageRevs({ db }: OpenBook): Promise<ReadonlyMap<number, number>> {
  return new Map((await db.cards.toArray()).map(({ bucket, rev }) => [bucket, rev]))
}

async function cardsByBucket(book: OpenBook): Promise<ReadonlyMap<number, readonly Card[]>> {
  const pages = new Map<number, Card[]>()
  const ids = await book.db.records.toCollection().primaryKeys()
  for (let at = 0; at < ids.length; at += RECORDS_AT_ONCE) {
    const rows = await book.db.records.bulkGet(ids.slice(at, at + RECORDS_AT_ONCE))
    const records = await Promise.all(rows.flatMap((row) => (row ? [openRecordRow(book, row)] : [])))
    for (const card of records.flatMap((record) => (record && cardOfServer(record)) ?? [])) {
      const page = pages.get(bucketOf(card))
      if (page) page.push(card)
      else pages.set(bucketOf(card), [card])
    }
  }
  return pages
}

/** A record of a kind this version does not know has no card: it is stored, and a later version shows it (S20). */
function cardOfServer(record: HeldRecord): Card | undefined {
  if (!recordKinds.includes(record.kind)) return undefined
  const card = cardOf({ id: record.id, commune: record.commune, server: record, operations: [], draft: null })
  return card && { ...card, check: record.shrunk ?? recordCheck(record), ...(record.shrunk !== undefined && { shrunk: true as const }) }
}
