import { digestText, joinDigests } from '../../../domain/records/digest'
import { amendedOf, isWherePut, type AmendedRecord } from '../../../domain/records/amended'
import type { RegisterRecord } from '../../../domain/records/record'
import { sortedTold, type FramedAnswer } from '../../../protocol/answerFrames'
import type { SyncPage, SyncRequest } from '../../../protocol/messages'
import type { Transaction } from 'kysely'
import type { Db } from '../../database/connect'
import type { Database } from '../../database/schema'
import { getInstance } from '../../database/instance'
import { readDigests } from '../../store/digests'
import { inSnapshot } from '../../store/inSnapshot'
import { countAfter, readHead, readPage } from '../../store/reading/readPage'
import { writtenSince, type WrittenQuery } from '../../store/reading/writtenSince'
import type { Author } from '../author'
import { differingHamlets, planPull } from './pullPlan'
import { readableHamlets, scopeHash } from './scope'

/** JSON bytes of records per byte on the wire (brotli 5), measured on whole pages of the demo commune. */
const PACKING = 12

export interface PullInput {
  readonly commune: string
  readonly author: Author
  readonly device: string
  readonly pull: NonNullable<SyncRequest['pull']>
}

export interface PulledPage extends Pick<FramedAnswer, 'told' | 'midway'> {
  readonly page: SyncPage
}

/** Reads the next records of the author's scope (`planPull`). The mark, the rows and the digests come from one snapshot (S2). */
export async function pullPage(db: Db, { commune, author, device, pull }: PullInput): Promise<PulledPage> {
  return inSnapshot(db, async (tx) => {
    const hamlets = readableHamlets(author, commune)
    const differing = pull.digests ? differingHamlets(await readDigests(tx, commune, hamlets), pull.digests) : null
    const amends = pull.amends === true
    const { epoch, floor } = await getInstance(tx)
    const plan = planPull({ epoch, scope: scopeHash(author, commune), head: await readHead(tx, commune), hamlets, cursor: pull.cursor, amends, differing })
    const query = { commune, after: plan.after, upTo: plan.upTo, hamlets: plan.hamlets, maxBytes: pull.maxBytes * PACKING }
    const { told, last, exhausted } = await readPage(tx, query, tellerOf(tx, amends && plan.begun !== null ? { commune, device, floor, after: plan.begun } : null))
    const done = exhausted && plan.isLast
    const remaining = (exhausted ? 0 : await countAfter(tx, query, last)) + (plan.isLast ? 0 : await countAfter(tx, { ...query, hamlets, upTo: null }, plan.end.seq))
    const page: SyncPage = {
      reset: plan.reset, ...(plan.renews && { renews: plan.renews }),
      ...sortedTold(told.map((each) => each.told)),
      cursor: exhausted ? plan.end : plan.midway(last), done, remaining,
      ...(done && { digest: digestText(joinDigests([...(await readDigests(tx, commune, hamlets)).values()])) }),
    }
    return { page, told, midway: plan.midway }
  })
}

/** Sends of a record only what the replica cannot know, if the replica had it when this download began or its own device made it. */
function tellerOf(tx: Transaction<Database>, since: Omit<WrittenQuery, 'records'> | null) {
  return async (records: readonly RegisterRecord[]): Promise<readonly (RegisterRecord | AmendedRecord)[]> => {
    if (!since || records.length === 0) return records
    const written = await writtenSince(tx, { ...since, records: records.map((record) => record.id) })
    return records.map((record) => {
      const what = written.get(record.id)
      return what && isWherePut(record, what) ? amendedOf(record, what) : record
    })
  }
}
