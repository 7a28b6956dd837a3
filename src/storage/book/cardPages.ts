import { cardOf } from '../../domain/records/cardOf'
import type { Card } from '../../domain/records/card'
import { recordKinds, type RegisterRecord } from '../../domain/records/record'
import type { CardPageRow } from '../disk/accountDatabase'
import { bucketOf } from '../disk/bucketOf'
import type { CardPage } from './cardIndex'
import type { OpenBook } from './openBook'
import { places } from '../disk/places'

/** Reads the pages asked for (all when `undefined`) into memory; a page that is gone is empty. */
export async function loadPages(book: OpenBook, buckets?: readonly number[]): Promise<void> {
  const rows = buckets ? await book.db.cards.bulkGet([...buckets]) : await book.db.cards.toArray()
  const cipher = book.cipher()
  const pages = await Promise.all(rows.map(async (row, at): Promise<CardPage> => {
    if (!row) return { bucket: buckets?.[at] ?? 0, rev: 0, cards: [] }
    return { bucket: row.bucket, rev: row.rev, cards: (await cipher.open(places.cards(row.bucket), row.blob)) as readonly Card[] }
  }))
  book.cards.setPages(pages)
}

export interface PagePlan {
  /** Revs the pages had when they were planned. */
  readonly before: ReadonlyMap<number, number>
  readonly pages: readonly CardPage[]
  readonly rows: readonly CardPageRow[]
}

/** The pages after records came and others went, encrypted and ready for the transaction that checks `before`. */
export async function planPages(book: OpenBook, records: readonly RegisterRecord[], gone: ReadonlySet<string>): Promise<PagePlan> {
  const fresh = records.flatMap((record) => cardOfServer(record) ?? [])
  const replaced = new Set([...gone, ...records.map((record) => record.id)])
  const leaving = [...replaced].flatMap((id) => book.cards.replicaCard(id) ?? [])
  const buckets = new Set([...fresh, ...leaving].map(bucketOf))
  const before = new Map([...buckets].map((bucket) => [bucket, book.cards.rev(bucket)]))
  const pages = [...book.cards.pages(buckets)].map(([bucket, cards]) => ({
    bucket,
    rev: (before.get(bucket) ?? 0) + 1,
    cards: [...cards.filter((card) => !replaced.has(card.id)), ...fresh.filter((card) => bucketOf(card) === bucket)],
  }))
  const cipher = book.cipher()
  const rows = await Promise.all(pages.map(async ({ bucket, rev, cards }) => ({ bucket, rev, blob: await cipher.seal(places.cards(bucket), cards) })))
  return { before, pages, rows }
}

/** A record of a kind this version does not know is kept, raw, and shown by a later version; no list can name it now. */
function cardOfServer(record: RegisterRecord): Card | undefined {
  if (!recordKinds.includes(record.kind)) return undefined
  return cardOf({ id: record.id, commune: record.commune, server: record, operations: [], draft: null })
}
