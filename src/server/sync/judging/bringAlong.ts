import { sameHead } from '../../../domain/records/heads'
import type { MoveOperation } from '../../../domain/records/operation'
import { placeAt, placeUnder, sameAsOf } from '../../../domain/records/place'
import type { RegisterRecord } from '../../../domain/records/record'
import type { RecordState } from '../../../domain/records/recordState'
import { stamp } from '../../../domain/records/writers'
import type { Register } from './judgeOperation'

/** A record that a decision about another one changed. */
export interface Along {
  readonly before: RecordState
  readonly state: RecordState
}

/**
 * What a taken move brings along, laid down in the register: people and forms go where what they hang on went, whether or not
 * the supervisor had seen them, in the order of their ids, and whoever somebody is the same as, or was, is looked at again for the number of both. Only the place
 * and the warnings change. All of it must be among the register's states.
 */
export function bringAlong(register: Register, before: RecordState, moved: RecordState, { counter }: MoveOperation, device: string): readonly Along[] {
  const { states, numbers } = register
  const renewed = (state: RecordState, next: RecordState): readonly Along[] => {
    const version = state.record.version + 1
    const after = { record: { ...next.record, version }, meta: stamp(state.meta, { version, device, counter }, [], false) }
    states.set(after.record.id, after)
    return [{ before: state, state: after }]
  }
  const { id } = moved.record
  const below = [...states.values()].filter(({ record }) => record.household === id || record.person === id).sort((a, b) => (a.record.id < b.record.id ? -1 : 1))
  // People first: their forms lie where they lie by then.
  const placed = [...below.filter(isPerson), ...below.filter((state) => !isPerson(state))].flatMap((state) => {
    const { record } = state
    const place = placeBelow(register, record)
    return place && !sameHead(place, record) ? renewed(state, { ...state, record: { ...record, ...place } }) : []
  })
  const [was, is] = [sameAsOf(before.record), sameAsOf(moved.record)]
  const others = was === is ? [] : [was, is].flatMap((other) => (other === undefined ? [] : (states.get(other) ?? [])))
  const counted = others.flatMap((state) => {
    const entered = numbers.enter(state, state)
    return entered === state ? [] : renewed(state, entered)
  })
  return [...placed, ...counted]
}

const isPerson = ({ record }: RecordState): boolean => record.kind === 'person'

/** A form stays with its person, set aside or not: what the other one gets the supervisor says. */
function placeBelow({ states }: Register, record: RegisterRecord) {
  const person = states.get(record.person ?? '')
  return person ? placeAt(person.record, record) : placeUnder(states, record)
}
