import { digestText } from '../../domain/records/digest'
import type { Cursor, SyncPage } from '../../protocol/messages'
import type { Db } from '../database/connect'
import { getEpoch } from '../database/instance'
import { readDigest } from '../store/digests'
import { inSnapshot } from '../store/inSnapshot'
import { countAfter, readHead, readPage } from '../store/readPage'
import type { Author } from './author'
import { readableHamlets, scopeHash } from './scope'

/** JSON bytes of records per byte on the wire (brotli 5), measured on whole pages of the demo commune. */
const PACKING = 12

export interface PullInput {
  readonly commune: string
  readonly author: Author
  readonly cursor: Cursor | null
  /** Aim for the page on the wire, packed bytes. */
  readonly maxBytes: number
}

/**
 * The next records of the author's scope. A cursor of another epoch or scope, or from beyond our own head, starts at 0
 * with `reset` (protocol rules 5, 6). Mark and rows come from one snapshot.
 */
export async function pullPage(db: Db, { commune, author, cursor, maxBytes }: PullInput): Promise<SyncPage> {
  return inSnapshot(db, async (tx) => {
    const epoch = await getEpoch(tx)
    const scope = scopeHash(author, commune)
    const head = await readHead(tx, commune)
    const isOurs = cursor !== null && cursor.epoch === epoch && cursor.scope === scope && cursor.seq <= head
    const query = { commune, after: isOurs ? cursor.seq : 0, hamlets: readableHamlets(author, commune), maxBytes: maxBytes * PACKING }
    const page = await readPage(tx, query)
    const remaining = page.exhausted ? 0 : await countAfter(tx, query, page.last)
    const seq = page.exhausted ? head : page.last
    const digest = page.exhausted ? { digest: digestText(await readDigest(tx, commune, query.hamlets)) } : {}
    return { reset: !isOurs, records: page.records, cursor: { epoch, scope, seq }, done: page.exhausted, remaining, ...digest }
  })
}
