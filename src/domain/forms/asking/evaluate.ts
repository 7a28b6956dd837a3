import { ageAt, oldestAgeAt } from '../../identity/ageAt'
import { isMissing, type AnswerRow, type AnswerValue, type Scalar } from '../answers'
import { PARTIAL_DATE } from '../../time'
import type { Condition } from './condition'

/** A field's answer as a condition sees it. `undefined` = the field is not asked, or not answered. */
export type Read = (field: string) => AnswerValue | undefined

/** Whether a condition holds. A value of an unexpected shape makes its leaf false. Never throws. */
export function holds(condition: Condition, read: Read): boolean {
  switch (condition.op) {
    case 'all': return condition.of.every((part) => holds(part, read))
    case 'any': return condition.of.some((part) => holds(part, read))
    case 'not': return !condition.of.some((part) => holds(part, read))
    case 'missing': return isMissing(read(condition.field))
    case 'youngerThan': return isYounger(read(condition.field), read(condition.on), condition.value)
    default: return leafHolds(condition, read(condition.field))
  }
}

type ValueLeaf = Exclude<Condition, { readonly op: 'all' | 'any' | 'not' | 'missing' | 'youngerThan' }>

function leafHolds(leaf: ValueLeaf, answer: AnswerValue | undefined): boolean {
  if (answer === undefined || isMissing(answer)) return false
  switch (leaf.op) {
    case 'is': return answer === leaf.value
    case 'isNot': return answer !== leaf.value
    case 'in': return leaf.value.includes(answer as Scalar)
    case 'notIn': return !leaf.value.includes(answer as Scalar)
    case 'has': return Array.isArray(answer) && (answer as readonly unknown[]).includes(leaf.value)
    case 'anyRow': return Array.isArray(answer) && (answer as readonly AnswerRow[]).some((row) => holds(leaf.row, (column) => row[column]))
    case 'answered': return true
    default: return leaf satisfies never
  }
}

/** For a birth date known only to the month or year, the lower bound of the age counts: it is better to ask once too often. */
function isYounger(born: AnswerValue | undefined, on: AnswerValue | undefined, years: number): boolean {
  if (typeof born !== 'string' || typeof on !== 'string' || !PARTIAL_DATE.test(born) || !PARTIAL_DATE.test(on)) return false
  return ageAt(born, on) < years && oldestAgeAt(born, on) >= 0
}
