import type { Card } from '../../../domain/records/cards/card'
import { changeDigest, emptyDigest, type Digest } from '../../../domain/records/digest'
import { bucketOf } from '../../disk/bucketOf'

export interface CardPage {
  readonly bucket: number
  readonly rev: number
  readonly cards: readonly Card[]
}

/** The card without its check: the record stays here but is not counted in the digests. */
export const uncounted = ({ check: _check, ...card }: Card): Card => card

/**
 * The cards in memory: those of the replica, covered by the cards of records with drafts or operations of this device. After a change the array is built
 * again, never changed in place, so that a screen can tell by identity whether to render.
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

  /** The replica's cards of these pages, by page. */
  pages(buckets: ReadonlySet<number>): ReadonlyMap<number, readonly Card[]> {
    const pages = new Map<number, Card[]>([...buckets].map((bucket) => [bucket, []]))
    for (const card of this.replica.values()) pages.get(bucketOf(card))?.push(card)
    return pages
  }

  replicaCard(id: string): Card | undefined {
    return this.replica.get(id)
  }

  /** Records of the commune that left the scope but stay for the work waiting on them. */
  uncounted(commune: string): readonly string[] {
    return [...this.replica.values()].filter((card) => card.commune === commune && card.check === undefined).map(({ id }) => id)
  }

  /** Its record is spoilt: it no longer counts in the digests, so that the difference to the server is noticed. */
  uncount(id: string): void {
    const card = this.replica.get(id)
    if (card?.check !== undefined) this.replica.set(id, uncounted(card))
  }

  /** Digests by hamlet of the replica's records in these hamlets; `null` = in the whole commune. */
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

  /** @param card `undefined` = no draft or operation of the record is left here */
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

  /** Forgets everything. A read still in progress adds nothing any more. */
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
