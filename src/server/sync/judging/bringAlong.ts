import { sameHead } from '../../../domain/records/heads'
import { placeAt, placeUnder } from '../../../domain/records/place'
import type { RegisterRecord } from '../../../domain/records/record'
import type { RecordState } from '../../../domain/records/recordState'
import type { AlongBook } from './along'
import type { Register } from './judgeOperation'

/**
 * Moves everything that hangs on a moved record to its new place, whether or not the supervisor had seen it. Only the place changes. All these
 * records must be in the register's states.
 */
export function bringAlong(register: Pick<Register, 'states'>, id: string, along: AlongBook): void {
  const below = hangingOn(register, id)
  // People first: the place of their forms follows from theirs.
  for (const state of [...below.filter(isPerson), ...below.filter((each) => !isPerson(each))]) {
    const { record } = state
    const place = placeBelow(register, record)
    if (place && !sameHead(place, record)) along.put({ ...state, record: { ...record, ...place } })
  }
}

/** The records that hang on a household or person, in the order of their ids. */
export function hangingOn({ states }: Pick<Register, 'states'>, id: string): readonly RecordState[] {
  return [...states.values()].filter(({ record }) => record.household === id || record.person === id).sort((a, b) => (a.record.id < b.record.id ? -1 : 1))
}

const isPerson = ({ record }: RecordState): boolean => record.kind === 'person'

/** A form stays with its person, even if that person was set aside. Only the supervisor gives it to the other person. */
function placeBelow({ states }: Pick<Register, 'states'>, record: RegisterRecord) {
  const person = states.get(record.person ?? '')
  return person ? placeAt(person.record, record) : placeUnder(states, record)
}
