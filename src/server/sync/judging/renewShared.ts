import type { Operation } from '../../../domain/records/operation'
import { sameAsOf } from '../../../domain/records/place'
import type { Applied, RecordState } from '../../../domain/records/recordState'
import type { AlongBook } from './along'
import { hangingOn } from './bringAlong'
import type { HolderBook } from './holderBook'
import type { Register } from './judgeOperation'

interface Taken {
  readonly before: RecordState | undefined
  readonly op: Operation
  readonly changes: Applied['changes']
}

/**
 * Updates the holders after an operation that gave its record a number or code, took it away or freed it. Then renews the warnings of all records of
 * the commune that have, or had, the same number or code (decision 0042). Only the warnings of these records change.
 */
export function renewShared(register: Register, taken: Taken, along: AlongBook): void {
  const { states } = register
  const { op: { record: id }, before } = taken
  for (const book of [register.numbers, register.codes]) {
    if (!touches(book, taken)) continue
    const [had, after] = [before && book.holderOf(before.record), book.enter(before, states.get(id)!)]
    states.set(id, after)
    const has = book.holderOf(after.record)
    const isNewcomer = has !== undefined && (has.hash !== had?.hash || has.person !== had.person)
    const hashes = [had, has, ...mergedOrApart(register, taken).map(({ record }) => book.holderOf(record))].flatMap((holder) => holder?.hash ?? [])
    for (const next of book.lookAgain([...new Set(hashes)], after.record.commune, states, isNewcomer ? id : undefined)) along.put(next)
  }
}

const touches = ({ field }: HolderBook, { before, op, changes }: Taken): boolean =>
  op.type === 'move' || before === undefined || changes.some((change) => change.field === field)

/** The records whose holder changes when the record is merged or taken apart: what hangs on it, and what it was or is now the same as. */
function mergedOrApart(register: Register, { before, op: { record: id } }: Taken): readonly RecordState[] {
  const { states } = register
  const [was, is] = [before, states.get(id)].map((state) => state && sameAsOf(state.record))
  if (was === is) return []
  return [...hangingOn(register, id), ...[was, is].flatMap((other) => states.get(other ?? '') ?? [])]
}
