import { sameHead } from '../../../domain/records/heads'
import { placeAt, placeUnder } from '../../../domain/records/place'
import type { RegisterRecord } from '../../../domain/records/record'
import type { RecordState } from '../../../domain/records/recordState'
import type { AlongBook } from './along'
import type { Register } from './judgeOperation'

/**
 * What a taken move brings along, laid down in the register: people and forms go where what they hang on went, whether or not
 * the supervisor had seen them, in the order of their ids. Only the place changes. All of it must be among the register's states.
 */
export function bringAlong(register: Pick<Register, 'states'>, id: string, along: AlongBook): void {
  const below = hangingOn(register, id)
  // People first: their forms lie where they lie by then.
  for (const state of [...below.filter(isPerson), ...below.filter((each) => !isPerson(each))]) {
    const { record } = state
    const place = placeBelow(register, record)
    if (place && !sameHead(place, record)) along.put({ ...state, record: { ...record, ...place } })
  }
}

/** What hangs on a household or person, in the order of their ids. */
export function hangingOn({ states }: Pick<Register, 'states'>, id: string): readonly RecordState[] {
  return [...states.values()].filter(({ record }) => record.household === id || record.person === id).sort((a, b) => (a.record.id < b.record.id ? -1 : 1))
}

const isPerson = ({ record }: RecordState): boolean => record.kind === 'person'

/** A form stays with its person, set aside or not: what the other one gets the supervisor says. */
function placeBelow({ states }: Pick<Register, 'states'>, record: RegisterRecord) {
  const person = states.get(record.person ?? '')
  return person ? placeAt(person.record, record) : placeUnder(states, record)
}
