import { changeDigest, digestText, emptyDigest, joinDigests, recordCheck, type Digest } from '../../src/domain/records/digest'
import type { HeldRecord } from '../../src/domain/records/shrink'

const known = new WeakMap<HeldRecord, string>()

/** A part counts as the whole it is of. */
function checkOf(record: HeldRecord): string {
  const check = known.get(record) ?? record.shrunk ?? recordCheck(record)
  known.set(record, check)
  return check
}

/** The digests of these records by hamlet; records are never changed but replaced, so each is checked once. */
export function digestsOf(records: Iterable<HeldRecord>): ReadonlyMap<string, Digest> {
  const digests = new Map<string, Digest>()
  for (const record of records) digests.set(record.hamlet, changeDigest(digests.get(record.hamlet) ?? emptyDigest, checkOf(record), 1))
  return digests
}

export const digestOf = (records: Iterable<HeldRecord>): string => digestText(joinDigests([...digestsOf(records).values()]))
