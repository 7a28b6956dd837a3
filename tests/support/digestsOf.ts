import { changeDigest, digestText, emptyDigest, joinDigests, recordCheck, type Digest } from '../../src/domain/records/digest'
import type { HeldRecord } from '../../src/domain/records/shrink'

const known = new WeakMap<HeldRecord, string>()

/** A shrunk record counts as its whole (S36). */
function checkOf(record: HeldRecord): string {
  const check = known.get(record) ?? record.shrunk ?? recordCheck(record)
  known.set(record, check)
  return check
}

/** The digests of these records by hamlet. Records are replaced, never changed in place, so each is hashed only once. */
export function digestsOf(records: Iterable<HeldRecord>): ReadonlyMap<string, Digest> {
  const digests = new Map<string, Digest>()
  for (const record of records) digests.set(record.hamlet, changeDigest(digests.get(record.hamlet) ?? emptyDigest, checkOf(record), 1))
  return digests
}

export const digestOf = (records: Iterable<HeldRecord>): string => digestText(joinDigests([...digestsOf(records).values()]))
