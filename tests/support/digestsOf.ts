import { changeDigest, digestText, emptyDigest, joinDigests, recordCheck, type Digest } from '../../src/domain/records/digest'
import type { RegisterRecord } from '../../src/domain/records/record'

const known = new WeakMap<RegisterRecord, string>()

function checkOf(record: RegisterRecord): string {
  const check = known.get(record) ?? recordCheck(record)
  known.set(record, check)
  return check
}

/** The digests of these records by hamlet; records are never changed but replaced, so each is checked once. */
export function digestsOf(records: Iterable<RegisterRecord>): ReadonlyMap<string, Digest> {
  const digests = new Map<string, Digest>()
  for (const record of records) digests.set(record.hamlet, changeDigest(digests.get(record.hamlet) ?? emptyDigest, checkOf(record), 1))
  return digests
}

export const digestOf = (records: Iterable<RegisterRecord>): string => digestText(joinDigests([...digestsOf(records).values()]))
