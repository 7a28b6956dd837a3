import { sameAnswer, type Answers } from '../../forms/answers'
import type { Finding } from '../../forms/checking/finding'
import type { Operation } from '../operation'
import type { RegisterRecord } from '../record'

/** Another person has the same personal number. Only the server can see this, so the server makes the warning and the shared rules keep it. */
export const DUPLICATE_NUMBER = 'ID-DUP'
/** The person has another form of this kind; the server's warning. The form is taken all the same, because nothing sent is thrown away. */
export const DUPLICATE_FORM = 'FORM-DUP'
/** Another household of the commune has this code; the server's warning. */
export const DUPLICATE_CODE = 'CODE-DUP'
/** The record came in an envelope of a revoked device or a disabled account. The warning stands until somebody else changes the record. */
export const REVOKED_SENDER = 'DEV-REVOKED'

type Reasons = RegisterRecord['reasons']

/** Server's warnings about another record. Only the server can make them, and somebody who knows both records can explain them. */
const aboutAnother: readonly string[] = [DUPLICATE_NUMBER, DUPLICATE_CODE]

/**
 * The key of the reason for a warning. For a warning about another record, the key contains the random end of that record's id. So a
 * reason given for one pair, on a phone that did not know of a third record yet, does not explain the next pair.
 */
export function reasonKey({ id, data }: Finding): string {
  return aboutAnother.includes(id) && data?.record !== undefined ? `${id}:${String(data.record).slice(-12)}` : id
}

/** The reason given for a warning. `undefined` = nobody gave one. */
export const reasonFor = (reasons: Reasons, finding: Finding): string | undefined => reasons[reasonKey(finding)]

/** The reasons, with those of waiting operations on top. */
export function withReasons(reasons: Reasons, operations: readonly Operation[]): Reasons {
  return Object.assign({}, reasons, ...operations.map((op) => (op.type === 'submit' ? op.reasons : undefined)))
}

/** Whether one of these reasons is not known yet. */
export const hasNewReason = (reasons: Reasons, known: Reasons): boolean => Object.entries(reasons).some(([key, reason]) => known[key] !== reason)

/** The reasons whose warning still exists. */
export function standingReasons(reasons: Reasons, warnings: readonly Finding[]): Reasons {
  const keys = new Set(warnings.map(reasonKey))
  return Object.fromEntries(Object.entries(reasons).filter(([key]) => keys.has(key)))
}

/** The server's warnings about another record whose field keeps its answer. Somebody who corrects the number or code has dealt with the warning. */
export function standingWarnings({ answers, warnings }: Pick<RegisterRecord, 'answers' | 'warnings'>, now: Answers): readonly Finding[] {
  return warnings.filter(({ id, field }) => aboutAnother.includes(id) && sameAnswer(answers[field], now[field]))
}
