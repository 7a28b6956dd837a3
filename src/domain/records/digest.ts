import type { RegisterRecord } from './record'

/*
 * How a replica and the server find out whether they hold the same records (S24): the number of records and the XOR of a 64-bit
 * hash of each. Each side computes it from what it has itself. It is no secret and no cryptography.
 */

export interface Digest {
  readonly count: number
  /** Unsigned 32-bit halves. */
  readonly hi: number
  readonly lo: number
}

export const emptyDigest: Digest = { count: 0, hi: 0, lo: 0 }

const FNV_PRIME = 0x01000193

/** Hash of everything in the record, 16 hex digits. */
export const recordCheck = (record: RegisterRecord): string => checkOf(record)

/** Digest of operations of one device. It tells what the device sent from what a copy of its disk sent under the same counters. */
export function operationsCheck(operations: Iterable<{ readonly counter: number; readonly operation: unknown }>): string {
  let digest = emptyDigest
  for (const { counter, operation } of operations) digest = changeDigest(digest, checkOf([counter, operation]), 1)
  return digestText(digest)
}

/** FNV-1a twice, over UTF-16 units. The order of members does not matter. */
function checkOf(value: unknown): string {
  const text = canonical(value)
  let [high, low] = [0x811c9dc5, 0x2c1b3c6d]
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, FNV_PRIME)
    low = Math.imul(low ^ unit, FNV_PRIME)
  }
  return hex(finished(high)) + hex(finished(low))
}

/** Adds one record (`by` 1) or takes one away (-1). Apart from the count both are the same step. */
export function changeDigest({ count, hi, lo }: Digest, check: string, by: 1 | -1): Digest {
  return { count: count + by, hi: (hi ^ Number.parseInt(check.slice(0, 8), 16)) >>> 0, lo: (lo ^ Number.parseInt(check.slice(8), 16)) >>> 0 }
}

/** The digest of all records of several digests together. */
export function joinDigests(digests: readonly Digest[]): Digest {
  return digests.reduce((all, { count, hi, lo }) => ({ count: all.count + count, hi: (all.hi ^ hi) >>> 0, lo: (all.lo ^ lo) >>> 0 }), emptyDigest)
}

/** The digest as text, as it is sent: `18500.0f3a…`. */
export function digestText({ count, hi, lo }: Digest): string {
  return `${count}.${hex(hi)}${hex(lo)}`
}

const hex = (value: number): string => value.toString(16).padStart(8, '0')

/** JSON with the members of every object in a fixed order. A member whose value is `undefined` is left out. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const object = value as Readonly<Record<string, unknown>>
  let text = ''
  for (const name of Object.keys(object).sort()) {
    if (object[name] !== undefined) text += `${text && ','}${JSON.stringify(name)}:${canonical(object[name])}`
  }
  return `{${text}}`
}

/** The last step of MurmurHash3: a change of one letter changes about half of the bits. */
function finished(fnv: number): number {
  let state = Math.imul(fnv ^ (fnv >>> 16), 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  return (state ^ (state >>> 16)) >>> 0
}
