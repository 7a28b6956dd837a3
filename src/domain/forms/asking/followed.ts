import type { Answers, AnswerValue } from '../answers'
import { isAsked } from './ask'
import type { FormDefinition } from '../form'

/** By a question the one whose answer it follows as a rule, in the same codes: money for an account at a bank comes through the bank. */
const followed: Readonly<Record<string, string>> = { payMethod: 'accountKind' }

/** The question whose answer this one follows as a rule. */
export const sourceOf = (field: string): string | undefined => (Object.hasOwn(followed, field) ? followed[field] : undefined)

/** Answers that follow from what was changed; `undefined` = what they would follow from is no longer asked or answered. */
export function followingAnswers(form: FormDefinition, before: Answers, now: Answers): Answers {
  return Object.fromEntries(Object.entries(followed).flatMap(([field, source]) => {
    if (!Object.hasOwn(form.fields, field)) return []
    const value = standing(form, now, source)
    return value === standing(form, before, source) ? [] : [[field, value] as const]
  }))
}

const standing = (form: FormDefinition, answers: Answers, field: string): AnswerValue | undefined => (isAsked(form, answers, field) ? answers[field] : undefined)
