import type { Operation } from '../../../domain/records/operation'
import type { RecordState } from '../../../domain/records/recordState'
import { nextVersion, stamp } from '../../../domain/records/writers'
import type { LogEntry } from '../../store/saveBatch'

/** A record that was changed by an operation on another record. */
export interface Along {
  /** As it was before the operation. */
  readonly before: RecordState
  readonly state: RecordState
}

/** Collects the changes of an operation to other records, and writes them into the register's states. */
export interface AlongBook {
  /** Stores the record's new state. It gets one new version for the whole operation, however often it is put. */
  put(next: RecordState): void
  all(): readonly Along[]
}

interface By {
  /** The record of the operation itself, which has its new version already. */
  readonly own: string
  readonly device: string
  readonly counter: number
  /** See `ApplyContext`. */
  readonly floor: number
}

/** Opens the book for one operation, on the register's states. */
export function openAlong(states: Map<string, RecordState>, { own, device, counter, floor }: By): AlongBook {
  const before = new Map<string, RecordState>()
  return {
    put(next) {
      const { id } = next.record
      if (id === own || before.has(id)) return void states.set(id, next)
      before.set(id, states.get(id)!)
      const version = nextVersion(next, { floor })
      states.set(id, { record: { ...next.record, version }, meta: stamp(next.meta, { version, device, counter }, [], false) })
    },
    all: () => [...before].map(([id, state]) => ({ before: state, state: states.get(id)! })),
  }
}

/** The log entry of such a record: a move without a counter, to the place where the record is now. */
export function alongEntry({ counter, at }: Operation, { before, state }: Along): LogEntry {
  const { id, hamlet, household, person, version } = state.record
  const payload: Operation = { type: 'move', counter, record: id, base: before.record.version, at, hamlet, household, person }
  return { counter: null, record: id, type: 'move', payload, outcome: { kind: 'accepted', version }, changes: [], deviceTime: at }
}
