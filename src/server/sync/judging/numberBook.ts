import type { AnswerValue } from '../../../domain/forms/answers'
import type { Finding } from '../../../domain/forms/checking/finding'
import { DUPLICATE_NUMBER } from '../../../domain/records/judging/judgement'
import { rootOf, type Known } from '../../../domain/records/place'
import type { RegisterRecord } from '../../../domain/records/record'
import type { RecordState } from '../../../domain/records/recordState'
import type { NumberHolder } from '../../store/numberRegistry'

const FIELD = 'personalId'

/** The registry of personal numbers as one batch sees and changes it. */
export interface NumberBook {
  /** Enters the record's number, takes out the one it had, and renews its warning about another person's same number. */
  enter(before: RecordState | undefined, after: RecordState): RecordState
  /** What the batch adds to and takes from the registry. */
  changes(): { readonly added: readonly NumberHolder[]; readonly removed: readonly NumberHolder[] }
}

/** Numbers that may play a part in a record's change: what it holds, and what is being held. */
export function numbersOf(record: RegisterRecord): readonly string[] {
  const values = [record.answers[FIELD], ...record.holds.filter((hold) => hold.field === FIELD).map((hold) => hold.value)]
  return values.flatMap((value) => numberIn(value) ?? [])
}

export function numberIn(value: AnswerValue | null | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** @param people among them those the numbers are of, and whom they are the same as: one person who was written twice holds a number once */
export function openNumberBook(known: readonly NumberHolder[], hashOf: (number: string) => string, people: Known): NumberBook {
  const holders = new Map<string, NumberHolder[]>()
  const stored = new Map(known.map((holder) => [keyOf(holder), holder]))
  const added = new Map<string, NumberHolder>()
  const removed = new Map<string, NumberHolder>()
  const of = (hash: string): NumberHolder[] => holders.get(hash) ?? holders.set(hash, []).get(hash)!
  for (const holder of known) of(holder.hash).push(holder)
  const forget = (holder: NumberHolder): void => {
    holders.set(holder.hash, of(holder.hash).filter((other) => keyOf(other) !== keyOf(holder)))
    added.delete(keyOf(holder))
    if (stored.has(keyOf(holder))) removed.set(keyOf(holder), holder)
  }
  const keep = (holder: NumberHolder): void => {
    const before = of(holder.hash).find((other) => keyOf(other) === keyOf(holder))
    if (before?.person === holder.person) return
    // A form that was given to another person says that one's number from then on.
    if (before) forget(before)
    of(holder.hash).push(holder)
    if (stored.get(keyOf(holder))?.person === holder.person) removed.delete(keyOf(holder))
    else added.set(keyOf(holder), holder)
  }
  return {
    changes: () => ({ added: [...added.values()], removed: [...removed.values()] }),
    enter(before, after) {
      const old = before && holderOf(before.record, hashOf)
      const own = holderOf(after.record, hashOf)
      if (old && old.hash !== own?.hash) forget(old)
      if (own) keep(own)
      return withWarning(after, own && nearest(own, of(own.hash), people))
    },
  }
}

const keyOf = ({ hash, commune, record }: NumberHolder): string => `${hash}:${commune}:${record}`

function holderOf({ commune, id, kind, person, answers }: RegisterRecord, hashOf: (number: string) => string): NumberHolder | undefined {
  const number = numberIn(answers[FIELD])
  // Who is set aside as the same as somebody else holds no number of their own.
  if (kind === 'household' || !number || answers.sameAs !== undefined) return undefined
  return { hash: hashOf(number), commune, record: id, person: person ?? id }
}

/** Another person with the same number; of several, one in the same commune: the officer can go and look. */
function nearest(own: NumberHolder, same: readonly NumberHolder[], people: Known): NumberHolder | undefined {
  const selfOf = ({ person }: NumberHolder): string => rootOf(people, person)?.id ?? person
  const others = same.filter((holder) => selfOf(holder) !== selfOf(own))
  return others.find((other) => other.commune === own.commune) ?? others[0]
}

function withWarning(state: RecordState, other: NumberHolder | undefined): RecordState {
  const rest = state.record.warnings.filter((warning) => warning.id !== DUPLICATE_NUMBER)
  if (!other && rest.length === state.record.warnings.length) return state
  const fresh: readonly Finding[] = other ? [{ id: DUPLICATE_NUMBER, severity: 'warning', field: FIELD, data: { commune: other.commune, record: other.record } }] : []
  return { ...state, record: { ...state.record, warnings: [...rest, ...fresh] } }
}
