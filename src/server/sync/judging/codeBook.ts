import type { AnswerValue } from '../../../domain/forms/answers'
import { codeKey } from '../../../domain/records/cards/householdCodes'
import { DUPLICATE_CODE } from '../../../domain/records/judging/serverWarnings'
import type { RegisterRecord } from '../../../domain/records/record'
import type { Holder } from '../../store/numberRegistry'
import { openHolderBook, type HolderBook } from './holderBook'

const FIELD = 'householdCode'

/** The codes that matter when a record changes, in the form in which codes are compared: its own code and the codes in its holds. */
export function codesOf({ kind, answers, holds }: RegisterRecord): readonly string[] {
  const values = [answers[FIELD], ...holds.filter((hold) => hold.field === FIELD).map((hold) => hold.value)]
  return kind === 'household' ? values.flatMap((value) => codeIn(value) ?? []) : []
}

/** The code in the form in which codes are compared (`codeKey`). `undefined` = the value has none. */
export function codeIn(value: AnswerValue | null | undefined): string | undefined {
  return (typeof value === 'string' && codeKey(value)) || undefined
}

/** The codes of a commune's households. They are stored only in the records, so nothing else has to be written for them. */
export function openCodeBook(known: readonly Holder[]): HolderBook {
  return openHolderBook({ warning: { id: DUPLICATE_CODE, field: FIELD }, known, holderOf, selfOf: ({ record }) => record })
}

/** A household that was set aside does not hold its code any longer. */
function holderOf({ commune, id, kind, answers }: RegisterRecord): Holder | undefined {
  const code = kind === 'household' && answers.sameAs === undefined ? codeIn(answers[FIELD]) : undefined
  return code === undefined ? undefined : { hash: code, commune, record: id, person: id }
}
