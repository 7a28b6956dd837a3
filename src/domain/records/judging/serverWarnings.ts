import { sameAnswer, type Answers } from '../../forms/answers'
import type { Finding } from '../../forms/checking/finding'
import type { Operation } from '../operation'
import type { RegisterRecord } from '../record'

/** Another person has the same number: only the server can see that, so it makes this finding and the rules keep it. */
export const DUPLICATE_NUMBER = 'ID-DUP'
/** The person has another form of this kind: likewise the server's finding. Taken, because nothing sent is thrown away. */
export const DUPLICATE_FORM = 'FORM-DUP'
/** Another household of the commune has this code: likewise the server's finding. */
export const DUPLICATE_CODE = 'CODE-DUP'
/** It came in an envelope of a revoked device or a disabled account; said until somebody else changes the record. */
export const REVOKED_SENDER = 'DEV-REVOKED'

type Reasons = RegisterRecord['reasons']

/** Warnings of the server about another record, which only it can make and whoever knows both records can explain. */
const aboutAnother: readonly string[] = [DUPLICATE_NUMBER, DUPLICATE_CODE]

/**
 * Under which name the reason for a warning is kept. One about another record names that one as well, by the random end of its id: a reason
 * that was given for one pair, on a phone that had not heard of a third record yet, does not explain the next.
 */
export function reasonKey({ id, data }: Finding): string {
  return aboutAnother.includes(id) && data?.record !== undefined ? `${id}:${String(data.record).slice(-12)}` : id
}

/** Why a warning is right as it is; `undefined` = nobody said. */
export const reasonFor = (reasons: Reasons, finding: Finding): string | undefined => reasons[reasonKey(finding)]

/** Reasons with those of operations that are on their way. */
export function withReasons(reasons: Reasons, operations: readonly Operation[]): Reasons {
  return Object.assign({}, reasons, ...operations.map((op) => (op.type === 'submit' ? op.reasons : undefined)))
}

/** Reasons stand as long as the warning they answer. */
export function standingReasons(reasons: Reasons, warnings: readonly Finding[]): Reasons {
  const keys = new Set(warnings.map(reasonKey))
  return Object.fromEntries(Object.entries(reasons).filter(([key]) => keys.has(key)))
}

/** The server's warnings about another record that these answers leave as they are: who corrects the number or code has answered them. */
export function standingWarnings({ answers, warnings }: Pick<RegisterRecord, 'answers' | 'warnings'>, now: Answers): readonly Finding[] {
  return warnings.filter(({ id, field }) => aboutAnother.includes(id) && sameAnswer(answers[field], now[field]))
}
