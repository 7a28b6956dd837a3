import type { Transaction } from 'kysely'
import type { Operation } from '../../../domain/records/operation'
import { sameAsOf } from '../../../domain/records/place'
import type { RecordState } from '../../../domain/records/recordState'
import type { Database } from '../../database/schema'
import type { Secrets } from '../../secrets'
import { idsBelow, lockRecords, readCodes, readRecords } from '../../store/lockRecords'
import { codeHasher, findHolders, lockNumbers, numberHasher, type Holder } from '../../store/numberRegistry'
import { codeIn, codesOf } from './codeBook'
import { MOST_LOOKED_AT } from './holderBook'
import { numberIn, numbersOf } from './numberBook'

/** The records that a batch may change, and the holders of the numbers and codes it touches. */
interface Touched {
  readonly states: Map<string, RecordState>
  readonly numbers: readonly Holder[]
  readonly codes: readonly Holder[]
}

/**
 * Locks everything that these operations may change:
 * - the records of the operations, and those they hang something on
 * - everything that hangs on a moved record
 * - the records that any of these are the same as
 * - the records of the commune that hold a number or code the operations touch
 *
 * The numbers and codes are locked first, so that their holders cannot change while they are looked for. If a record changed before it was locked,
 * and has other numbers or codes now, the loop runs again.
 */
export async function lockTouched(tx: Transaction<Database>, secrets: Pick<Secrets, 'hmac'>, commune: string, ops: readonly Operation[]): Promise<Touched> {
  const [numberHash, codeHash] = [numberHasher(secrets), codeHasher(secrets, commune)]
  const around = { tx, commune, named: ops.flatMap((op) => [op.record, ...hungOn(op)]), moved: ops.flatMap((op) => (op.type === 'move' ? op.record : [])) }
  let values = heldBy(ops, ops.some(mayFree) ? await readAround(around, readRecords) : none)
  for (;;) {
    const hashes = [...values.numbers].map(numberHash)
    await lockNumbers(tx, [...hashes, ...[...values.codes].map(codeHash)])
    const [numbers, codes] = [await findHolders(tx, hashes), await readCodes(tx, commune, [...values.codes])]
    const holding = [...fewEnough(numbers, touching(ops, NUMBER)), ...fewEnough(codes, touching(ops, CODE))].flatMap((holder) => (holder.commune === commune ? holder.record : []))
    const found = await readAround(around, lockRecords, holding)
    const now = heldBy(ops, found)
    if (isWithin(now.numbers, values.numbers) && isWithin(now.codes, values.codes)) return { states: found.states, numbers, codes }
    values = { numbers: new Set([...values.numbers, ...now.numbers]), codes: new Set([...values.codes, ...now.codes]) }
  }
}

/** Leaves out the holders of a value that has too many of them (`MOST_LOOKED_AT`), even if each of the `ops` operations removed one. */
function fewEnough(holders: readonly Holder[], ops: number): readonly Holder[] {
  const counts = new Map<string, number>()
  for (const { hash } of holders) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  return holders.filter(({ hash }) => counts.get(hash)! <= MOST_LOOKED_AT + ops)
}

interface Around {
  readonly tx: Transaction<Database>
  readonly commune: string
  readonly named: readonly string[]
  readonly moved: readonly string[]
}

interface Found {
  readonly states: Map<string, RecordState>
  /** The records that the operations are about. The others only share a number or code with them. */
  readonly about: ReadonlySet<string>
}

const none: Found = { states: new Map(), about: new Set() }

/** The named records, everything that hangs on the moved ones, what any of these are the same as, and the records in `more`. */
async function readAround({ tx, commune, named, moved }: Around, read: typeof readRecords, more: readonly string[] = []): Promise<Found> {
  const about = new Set([...named, ...(await idsBelow(tx, commune, moved))])
  for (;;) {
    const states = await read(tx, commune, [...new Set([...about, ...more])])
    const lacking = [...[...states.values()].flatMap(({ record }) => sameAsOf(record) ?? []), ...(await idsBelow(tx, commune, moved))].filter((id) => !about.has(id))
    if (lacking.length === 0) return { states, about }
    for (const id of lacking) about.add(id)
  }
}

/** The record that an operation hangs its own on directly, or says it is the same as. It is locked too, so that it is not moved meanwhile. */
function hungOn(op: Operation): readonly string[] {
  if (op.type === 'move') return [op.person ?? op.household, op.same].filter((id) => typeof id === 'string')
  return op.type === 'submit' && op.base === 0 ? [op.head.person ?? op.head.household].filter((id) => id !== null) : []
}

interface Values {
  readonly numbers: ReadonlySet<string>
  readonly codes: ReadonlySet<string>
}

const NUMBER = 'personalId'
const CODE = 'householdCode'
const says = (op: Operation, field: string): boolean => op.type === 'submit' && Object.hasOwn(op.patch, field)
const touching = (ops: readonly Operation[], field: string): number => ops.filter((op) => op.type === 'move' || op.type === 'resolve' || says(op, field)).length

/**
 * Whether an operation may free a number or code. A correction replaces it. A choice may do so. A move may merge its record with another, or take
 * them apart.
 */
const mayFree = (op: Operation): boolean => op.type === 'move' || op.type === 'resolve' || (op.type === 'submit' && op.base > 0 && (says(op, NUMBER) || says(op, CODE)))

/** The numbers and codes that these operations give, or may take away or free. */
function heldBy(ops: readonly Operation[], { states, about }: Found): Values {
  const isMoving = ops.some(({ type }) => type === 'move')
  const touchedBy = (field: string): readonly RecordState[] => {
    const ids = isMoving ? about : new Set(ops.filter((op) => op.type === 'resolve' || says(op, field)).map(({ record }) => record))
    return [...ids].flatMap((id) => states.get(id) ?? [])
  }
  const given = (field: string) => ops.flatMap((op) => (op.type === 'submit' ? [op.patch[field]] : []))
  return {
    numbers: new Set([...given(NUMBER).flatMap((value) => numberIn(value) ?? []), ...touchedBy(NUMBER).flatMap(({ record }) => numbersOf(record))]),
    codes: new Set([...given(CODE).flatMap((value) => codeIn(value) ?? []), ...touchedBy(CODE).flatMap(({ record }) => codesOf(record))]),
  }
}

const isWithin = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean => [...some].every((value) => all.has(value))
