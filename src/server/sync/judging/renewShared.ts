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
 * Enters the number and the code that a taken operation gave to its record, took from it or freed, and looks again at whoever of the
 * commune has, or had, the same (decision 0042). Of these only the warnings change.
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

/** Whose forms are somebody else's by now: what hangs on a record that was set aside or taken apart, and what it was or is the same as. */
function mergedOrApart(register: Register, { before, op: { record: id } }: Taken): readonly RecordState[] {
  const { states } = register
  const [was, is] = [before, states.get(id)].map((state) => state && sameAsOf(state.record))
  if (was === is) return []
  return [...hangingOn(register, id), ...[was, is].flatMap((other) => states.get(other ?? '') ?? [])]
}
