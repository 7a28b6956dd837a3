import type { RegisterRecord } from './record'

/*
 * How a replica and the server find out that they hold the same (protocol rule 24): the number of records and the XOR of a
 * 64-bit hash of each. Neither takes the other's word: each makes it of what it has. Not a secret and not cryptography.
 */

export interface Digest {
  readonly count: number
  /** Unsigned 32-bit halves. */
  readonly hi: number
  readonly lo: number
}

export const emptyDigest: Digest = { count: 0, hi: 0, lo: 0 }

const FNV_PRIME = 0x01000193

/** Of everything in the record, 16 hex digits. */
export const recordCheck = (record: RegisterRecord): string => checkOf(record)

/** Of operations of one device: what it sent is told from what a copy of its disk sent under the same counters. */
export function operationsCheck(operations: Iterable<{ readonly counter: number; readonly operation: unknown }>): string {
  let digest = emptyDigest
  for (const { counter, operation } of operations) digest = changeDigest(digest, checkOf([counter, operation]), 1)
  return digestText(digest)
}

/** Twice FNV-1a over UTF-16 units; the order of members does not matter. */
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

/** Adds one record, or takes one away: the same step both ways but for the count. */
export function changeDigest({ count, hi, lo }: Digest, check: string, by: 1 | -1): Digest {
  return { count: count + by, hi: (hi ^ Number.parseInt(check.slice(0, 8), 16)) >>> 0, lo: (lo ^ Number.parseInt(check.slice(8), 16)) >>> 0 }
}

export function joinDigests(digests: readonly Digest[]): Digest {
  return digests.reduce((all, { count, hi, lo }) => ({ count: all.count + count, hi: (all.hi ^ hi) >>> 0, lo: (all.lo ^ lo) >>> 0 }), emptyDigest)
}

/** As it travels: `18500.0f3a…`. */
export function digestText({ count, hi, lo }: Digest): string {
  return `${count}.${hex(hi)}${hex(lo)}`
}

const hex = (value: number): string => value.toString(16).padStart(8, '0')

/** JSON with the members of every object in one order; a member without a value is none. */
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

/** The finish of MurmurHash3, so that a single letter changes about half of the bits. */
function finished(fnv: number): number {
  let state = Math.imul(fnv ^ (fnv >>> 16), 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  return (state ^ (state >>> 16)) >>> 0
}
