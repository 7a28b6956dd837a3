import { digestText } from '../../domain/records/digest'
import { amendedOf } from '../../domain/records/amended'
import type { RegisterRecord } from '../../domain/records/record'
import type { Cursor, SyncPage } from '../../protocol/messages'
import type { Transaction } from 'kysely'
import type { Db } from '../database/connect'
import type { Database } from '../database/schema'
import { getEpoch } from '../database/instance'
import { readDigest } from '../store/digests'
import { inSnapshot } from '../store/inSnapshot'
import { countAfter, readHead, readPage } from '../store/readPage'
import { writtenSince } from '../store/writtenSince'
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
  /** The replica takes changed fields of records it has. */
  readonly amends: boolean
}

/**
 * The next records of the author's scope. A cursor of another epoch or scope, or from beyond our own head, starts at 0
 * with `reset` (protocol rules 5, 6). Mark and rows come from one snapshot.
 */
export async function pullPage(db: Db, { commune, author, cursor, maxBytes, amends }: PullInput): Promise<SyncPage> {
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
    const begun = isOurs ? (cursor.begun ?? cursor.seq) : 0
    const told = amends && begun > 0 ? await amendments(tx, commune, page.records, begun) : { records: page.records }
    const next = { epoch, scope, seq, ...(amends && !page.exhausted && { begun }) }
    return { reset: !isOurs, ...told, cursor: next, done: page.exhausted, remaining, ...digest }
  })
}

/** Tells of records the replica had when this download began what changed since; of others everything. */
async function amendments(tx: Transaction<Database>, commune: string, records: readonly RegisterRecord[], begun: number): Promise<Pick<SyncPage, 'records' | 'amended'>> {
  const written = await writtenSince(tx, commune, records.map((record) => record.id), begun)
  const hadThen = ({ id }: RegisterRecord): boolean => (written.get(id)?.from ?? 0) > 0
  const amended = records.filter(hadThen).map((record) => amendedOf(record, written.get(record.id)!.from, written.get(record.id)!.fields))
  return { records: records.filter((record) => !hadThen(record)), amended }
}
