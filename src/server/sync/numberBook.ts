import { isMissing, type AnswerValue } from '../../domain/forms/answers'
import type { Finding } from '../../domain/forms/finding'
import type { RegisterRecord } from '../../domain/records/record'
import type { RecordState } from '../../domain/records/recordState'
import type { NumberHolder } from '../store/numberRegistry'

const FIELD = 'personalId'
export const DUPLICATE_NUMBER = 'ID-DUP'

/** The registry of personal numbers as one batch sees and changes it. */
export interface NumberBook {
  /** Enters the record's number, takes out the one it had, and renews its warning about another person's same number. */
  enter(before: RecordState | undefined, after: RecordState): RecordState
  readonly added: readonly NumberHolder[]
  readonly removed: readonly NumberHolder[]
}

/** Numbers that may play a part in a record's change: what it holds, what is proposed, what is being held. */
export function numbersOf(record: RegisterRecord): readonly string[] {
  const values = [record.answers[FIELD], ...record.holds.filter((hold) => hold.field === FIELD).map((hold) => hold.value)]
  return values.flatMap((value) => numberIn(value) ?? [])
}

export function numberIn(value: AnswerValue | null | undefined): string | undefined {
  return typeof value === 'string' && value !== '' && !isMissing(value) ? value : undefined
}

export function openNumberBook(known: readonly NumberHolder[], hashOf: (number: string) => string): NumberBook {
  const holders = [...known]
  const added: NumberHolder[] = []
  const removed: NumberHolder[] = []
  const forget = (holder: NumberHolder) => {
    for (const list of [holders, added]) {
      const at = list.findIndex((other) => isSame(other, holder))
      if (at >= 0) list.splice(at, 1)
    }
    removed.push(holder)
  }
  const keep = (holder: NumberHolder) => {
    if (holders.some((other) => isSame(other, holder))) return
    holders.push(holder)
    added.push(holder)
  }
  return {
    added,
    removed,
    enter(before, after) {
      const old = before && holderOf(before.record, hashOf)
      const own = holderOf(after.record, hashOf)
      if (old && old.hash !== own?.hash) forget(old)
      if (own) keep(own)
      const other = own && nearest(own, holders.filter((holder) => holder.hash === own.hash && holder.person !== own.person))
      return withWarning(after, other)
    },
  }
}

const isSame = (a: NumberHolder, b: NumberHolder): boolean => a.hash === b.hash && a.commune === b.commune && a.record === b.record

function holderOf({ commune, id, kind, person, answers }: RegisterRecord, hashOf: (number: string) => string): NumberHolder | undefined {
  const number = numberIn(answers[FIELD])
  if (kind === 'household' || !number) return undefined
  return { hash: hashOf(number), commune, record: id, person: person ?? id }
}

/** Of several others, one in the same commune: the officer can go and look. */
function nearest(own: NumberHolder, others: readonly NumberHolder[]): NumberHolder | undefined {
  return others.find((other) => other.commune === own.commune) ?? others[0]
}

function withWarning(state: RecordState, other: NumberHolder | undefined): RecordState {
  const rest = state.record.warnings.filter((warning) => warning.id !== DUPLICATE_NUMBER)
  if (!other && rest.length === state.record.warnings.length) return state
  const fresh: readonly Finding[] = other ? [{ id: DUPLICATE_NUMBER, severity: 'warning', field: FIELD, data: { commune: other.commune, record: other.record } }] : []
  return { ...state, record: { ...state.record, warnings: [...rest, ...fresh] } }
}
