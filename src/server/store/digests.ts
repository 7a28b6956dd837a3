import type { Kysely, Transaction } from 'kysely'
import { changeDigest, emptyDigest, recordCheck, type Digest } from '../../domain/records/digest'
import type { RegisterRecord } from '../../domain/records/record'
import type { Database } from '../database/schema'
import { inHamlets } from './inHamlets'

/** A record before and after a batch. */
export interface Replaced {
  readonly before: RegisterRecord | undefined
  readonly after: RegisterRecord
}

/** The count to add to a hamlet's digest (it may be negative), and the hash to XOR into it. */
export interface HamletChange extends Digest { readonly hamlet: string }

/** The changes that a batch makes to the digests of its hamlets. They are applied by adding the counts and XORing the hashes. */
export function digestChanges(records: readonly Replaced[]): readonly HamletChange[] {
  const changes = new Map<string, Digest>()
  for (const { before, after } of records) {
    changes.set(after.hamlet, changeDigest(changes.get(after.hamlet) ?? emptyDigest, recordCheck(after), 1))
    if (before) changes.set(before.hamlet, changeDigest(changes.get(before.hamlet) ?? emptyDigest, recordCheck(before), -1))
  }
  return [...changes].map(([hamlet, digest]) => ({ hamlet, ...digest }))
}

/** Reads the digests of these hamlets. `null` = of the whole commune. */
export async function readDigests(tx: Transaction<Database>, commune: string, hamlets: readonly string[] | null): Promise<ReadonlyMap<string, Digest>> {
  const rows = await tx.selectFrom('digest').select(['hamlet', 'n as count', 'hi', 'lo']).where('commune', '=', commune).where(inHamlets(hamlets)).execute()
  return new Map(rows.map(({ hamlet, ...digest }) => [hamlet, digest]))
}

/** Computes the digests of every hamlet from its records. Used once, by the migration that introduces digests. */
export async function fillDigests(db: Kysely<Database>, recordsOf: (commune: string) => Promise<readonly RegisterRecord[]>): Promise<void> {
  const communes = await db.selectFrom('commune_seq').select('commune').execute()
  for (const { commune } of communes) {
    const changes = digestChanges((await recordsOf(commune)).map((after) => ({ before: undefined, after })))
    if (changes.length > 0) await db.insertInto('digest').values(changes.map(({ hamlet, count: n, hi, lo }) => ({ commune, hamlet, n, hi, lo }))).execute()
  }
}
