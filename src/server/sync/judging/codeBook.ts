import type { AnswerValue } from '../../../domain/forms/answers'
import { codeKey } from '../../../domain/records/cards/householdCodes'
import { DUPLICATE_CODE } from '../../../domain/records/judging/serverWarnings'
import type { RegisterRecord } from '../../../domain/records/record'
import type { Holder } from '../../store/numberRegistry'
import { openHolderBook, type HolderBook } from './holderBook'

const FIELD = 'householdCode'

/** Codes that may play a part in a record's change, as codes are compared: what it has, and what is being held. */
export function codesOf({ kind, answers, holds }: RegisterRecord): readonly string[] {
  const values = [answers[FIELD], ...holds.filter((hold) => hold.field === FIELD).map((hold) => hold.value)]
  return kind === 'household' ? values.flatMap((value) => codeIn(value) ?? []) : []
}

export function codeIn(value: AnswerValue | null | undefined): string | undefined {
  return (typeof value === 'string' && codeKey(value)) || undefined
}

/** The codes of a commune's households. They stand in the records themselves: what a batch changes is written with those. */
export function openCodeBook(known: readonly Holder[]): HolderBook {
  return openHolderBook({ warning: { id: DUPLICATE_CODE, field: FIELD }, known, holderOf, selfOf: ({ record }) => record })
}

/** A household that was set aside as the same as another keeps no code from anybody. */
function holderOf({ commune, id, kind, answers }: RegisterRecord): Holder | undefined {
  const code = kind === 'household' && answers.sameAs === undefined ? codeIn(answers[FIELD]) : undefined
  return code === undefined ? undefined : { hash: code, commune, record: id, person: id }
}
