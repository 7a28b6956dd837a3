import type { AnswerValue } from '../../../domain/forms/answers'
import { DUPLICATE_NUMBER } from '../../../domain/records/judging/serverWarnings'
import { rootOf, type Known } from '../../../domain/records/place'
import type { RegisterRecord } from '../../../domain/records/record'
import type { Holder } from '../../store/numberRegistry'
import { openHolderBook, type HolderBook } from './holderBook'

const FIELD = 'personalId'

/** The numbers that matter when a record changes: its own number and the numbers in its holds. */
export function numbersOf(record: RegisterRecord): readonly string[] {
  const values = [record.answers[FIELD], ...record.holds.filter((hold) => hold.field === FIELD).map((hold) => hold.value)]
  return values.flatMap((value) => numberIn(value) ?? [])
}

/** The number in an answer. `undefined` = there is none. */
export function numberIn(value: AnswerValue | null | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/**
 * The registry of personal numbers.
 *
 * @param people must contain the people whose numbers are known, and the people they are the same as: a person who was written twice counts as one
 * holder
 */
export function openNumberBook(known: readonly Holder[], hashOf: (number: string) => string, people: Known): HolderBook {
  return openHolderBook({
    warning: { id: DUPLICATE_NUMBER, field: FIELD },
    known,
    holderOf: (record) => holderOf(record, hashOf),
    selfOf: ({ person }) => rootOf(people, person)?.id ?? person,
  })
}

function holderOf({ commune, id, kind, person, answers }: RegisterRecord, hashOf: (number: string) => string): Holder | undefined {
  const number = numberIn(answers[FIELD])
  // A person who was set aside does not hold a number.
  if (kind === 'household' || !number || answers.sameAs !== undefined) return undefined
  return { hash: hashOf(number), commune, record: id, person: person ?? id }
}
