import type { Operation } from '../../../domain/records/operation'
import type { RecordState } from '../../../domain/records/recordState'
import { stamp } from '../../../domain/records/writers'
import type { LogEntry } from '../../store/saveBatch'

/** A record that an operation on another one changed. */
export interface Along {
  readonly before: RecordState
  readonly state: RecordState
}

/** What an operation changes besides the record it is on, while it is laid down in the register. */
export interface AlongBook {
  /** Lays down a record as it is by now: one version more for the whole operation, whatever of it changes. */
  put(next: RecordState): void
  all(): readonly Along[]
}

interface By {
  /** The record the operation is on, which has its version already. */
  readonly own: string
  readonly device: string
  readonly counter: number
}

export function openAlong(states: Map<string, RecordState>, { own, device, counter }: By): AlongBook {
  const before = new Map<string, RecordState>()
  return {
    put(next) {
      const { id } = next.record
      if (id === own || before.has(id)) return void states.set(id, next)
      before.set(id, states.get(id)!)
      const version = next.record.version + 1
      states.set(id, { record: { ...next.record, version }, meta: stamp(next.meta, { version, device, counter }, [], false) })
    },
    all: () => [...before].map(([id, state]) => ({ before: state, state: states.get(id)! })),
  }
}

/** What it has in its history: a move to where it lies by then, without a counter. */
export function alongEntry({ counter, at }: Operation, { before, state }: Along): LogEntry {
  const { id, hamlet, household, person, version } = state.record
  const payload: Operation = { type: 'move', counter, record: id, base: before.record.version, at, hamlet, household, person }
  return { counter: null, record: id, type: 'move', payload, outcome: { kind: 'accepted', version }, changes: [], deviceTime: at }
}
