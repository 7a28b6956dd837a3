import { changeDigest, digestText, emptyDigest, recordCheck } from '../../src/domain/records/digest'
import type { RegisterRecord } from '../../src/domain/records/record'

const known = new WeakMap<RegisterRecord, string>()

function checkOf(record: RegisterRecord): string {
  const check = known.get(record) ?? recordCheck(record)
  known.set(record, check)
  return check
}

/** The digest of these records; records are never changed but replaced, so each is checked once. */
export function digestOf(records: Iterable<RegisterRecord>): string {
  let digest = emptyDigest
  for (const record of records) digest = changeDigest(digest, checkOf(record), 1)
  return digestText(digest)
}
