import { digestText } from '../../domain/records/digest'
import { amendedOf, type AmendedRecord } from '../../domain/records/amended'
import type { RegisterRecord } from '../../domain/records/record'
import { sortedTold, type FramedAnswer } from '../../protocol/answerFrames'
import type { Cursor, SyncPage } from '../../protocol/messages'
import type { Transaction } from 'kysely'
import type { Db } from '../database/connect'
import type { Database } from '../database/schema'
import { getEpoch } from '../database/instance'
import { readDigest } from '../store/digests'
import { inSnapshot } from '../store/inSnapshot'
import { countAfter, readHead, readPage } from '../store/readPage'
import { writtenSince, type WrittenQuery } from '../store/writtenSince'
import type { Author } from './author'
import { readableHamlets, scopeHash } from './scope'

/** JSON bytes of records per byte on the wire (brotli 5), measured on whole pages of the demo commune. */
const PACKING = 12

export interface PullInput {
  readonly commune: string
  readonly author: Author
  readonly device: string
  readonly cursor: Cursor | null
  /** Aim for the page on the wire, packed bytes. */
  readonly maxBytes: number
  /** The replica takes changed fields of records it has. */
  readonly amends: boolean
}

export interface PulledPage extends Pick<FramedAnswer, 'told' | 'midway'> {
  readonly page: SyncPage
}

/**
 * The next records of the author's scope. A cursor of another epoch or scope, or from beyond our own head, starts at 0
 * with `reset` (protocol rules 5, 6). Mark and rows come from one snapshot.
 */
export async function pullPage(db: Db, { commune, author, device, cursor, maxBytes, amends }: PullInput): Promise<PulledPage> {
  return inSnapshot(db, async (tx) => {
    const epoch = await getEpoch(tx)
    const scope = scopeHash(author, commune)
    const head = await readHead(tx, commune)
    const isOurs = cursor !== null && cursor.epoch === epoch && cursor.scope === scope && cursor.seq <= head
    const begun = isOurs ? begunAt(cursor) : null
    const query = { commune, after: isOurs ? cursor.seq : 0, hamlets: readableHamlets(author, commune), maxBytes: maxBytes * PACKING }
    const page = await readPage(tx, query, tellerOf(tx, amends && begun !== null ? { commune, device, after: begun } : null))
    const remaining = page.exhausted ? 0 : await countAfter(tx, query, page.last)
    const seq = page.exhausted ? head : page.last
    const digest = page.exhausted ? { digest: digestText(await readDigest(tx, commune, query.hamlets)) } : {}
    const next = { epoch, scope, seq, ...(amends && !page.exhausted && { begun }) }
    const told = { reset: !isOurs, ...sortedTold(page.told.map((each) => each.told)), cursor: next, done: page.exhausted, remaining, ...digest }
    return { page: told, told: page.told, midway: { epoch, scope, ...(amends && { begun }) } }
  })
}

/** Where the replica was whole the last time; `null` = never. */
const begunAt = ({ begun, seq }: Cursor): number | null => (begun === undefined ? seq : begun)

/** Tells of a record only what the replica cannot know: it had it when this download began, or its own device made it. */
function tellerOf(tx: Transaction<Database>, since: Omit<WrittenQuery, 'records'> | null) {
  return async (records: readonly RegisterRecord[]): Promise<readonly (RegisterRecord | AmendedRecord)[]> => {
    if (!since || records.length === 0) return records
    const written = await writtenSince(tx, { ...since, records: records.map((record) => record.id) })
    return records.map((record) => {
      const what = written.get(record.id)
      return what ? amendedOf(record, what) : record
    })
  }
}
