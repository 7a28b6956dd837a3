import type { Card } from '../../../domain/records/cards/card'
import { changeDigest, emptyDigest, type Digest } from '../../../domain/records/digest'
import { bucketOf } from '../../disk/bucketOf'

export interface CardPage {
  readonly bucket: number
  readonly rev: number
  readonly cards: readonly Card[]
}

/** Kept, and not counted with the register. */
export const uncounted = ({ check: _check, ...card }: Card): Card => card

/**
 * The cards in memory: those of the replica, under those of records this device has drafts of or operations waiting for.
 * The array is made again after a change, never changed, so that a screen sees by identity whether to draw.
 */
export class CardIndex {
  private readonly replica = new Map<string, Card>()
  private readonly revs = new Map<number, number>()
  private readonly local = new Map<string, Card>()
  private list: readonly Card[] | null = null
  private closed = false

  all(): readonly Card[] {
    this.list ??= [...this.merged()]
    return this.list
  }

  find(id: string): Card | undefined {
    return this.local.get(id) ?? this.replica.get(id)
  }

  /** True for a record with a draft or operations of this device. */
  isLocal(id: string): boolean {
    return this.local.has(id)
  }

  localIds(): readonly string[] {
    return [...this.local.keys()]
  }

  /** The replica's cards by page, of the pages asked for. */
  pages(buckets: ReadonlySet<number>): ReadonlyMap<number, readonly Card[]> {
    const pages = new Map<number, Card[]>([...buckets].map((bucket) => [bucket, []]))
    for (const card of this.replica.values()) pages.get(bucketOf(card))?.push(card)
    return pages
  }

  replicaCard(id: string): Card | undefined {
    return this.replica.get(id)
  }

  /** Those of the commune that stay for the work that waits on them, though they left. */
  uncounted(commune: string): readonly string[] {
    return [...this.replica.values()].filter((card) => card.commune === commune && card.check === undefined).map(({ id }) => id)
  }

  /** Nobody can read its record here: it counts no more, so that the server is heard to differ. */
  uncount(id: string): void {
    const card = this.replica.get(id)
    if (card?.check !== undefined) this.replica.set(id, uncounted(card))
  }

  /** By hamlet, of what the replica holds of these hamlets; `null` = of the whole commune. */
  digests(commune: string, hamlets: readonly string[] | null): ReadonlyMap<string, Digest> {
    const digests = new Map<string, Digest>()
    for (const card of this.replica.values()) {
      if (card.commune !== commune || card.check === undefined || (hamlets !== null && !hamlets.includes(card.hamlet))) continue
      digests.set(card.hamlet, changeDigest(digests.get(card.hamlet) ?? emptyDigest, card.check, 1))
    }
    return digests
  }

  /** 0 = no such page. */
  rev(bucket: number): number {
    return this.revs.get(bucket) ?? 0
  }

  /** `undefined`: neither draft nor operation of the record is left here. */
  setLocal(id: string, card: Card | undefined): void {
    const before = this.local.get(id)
    if (this.closed || JSON.stringify(before) === JSON.stringify(card)) return
    if (card) this.local.set(id, card)
    else this.local.delete(id)
    this.list = null
  }

  setPages(pages: readonly CardPage[]): void {
    if (this.closed) return
    const replaced = new Set(pages.filter((page) => this.revs.has(page.bucket)).map((page) => page.bucket))
    if (replaced.size > 0) for (const card of this.replica.values()) if (replaced.has(bucketOf(card))) this.replica.delete(card.id)
    for (const page of pages) {
      this.revs.set(page.bucket, page.rev)
      for (const card of page.cards) this.replica.set(card.id, card)
    }
    this.list = null
  }

  /** Forgets everything, also what a read under way still brings. */
  close(): void {
    this.closed = true
    this.replica.clear()
    this.local.clear()
    this.revs.clear()
    this.list = []
  }

  private *merged(): Iterable<Card> {
    for (const card of this.replica.values()) yield this.local.get(card.id) ?? card
    for (const card of this.local.values()) if (!this.replica.has(card.id)) yield card
  }
}
