import type { Answers, AnswerValue } from '../answers'
import { isAsked } from './ask'
import type { FormDefinition } from '../form'

/** Questions that usually have the same answer as another one, in the same codes: money for a bank account is paid through the bank. */
const followed: Readonly<Record<string, string>> = { payMethod: 'accountKind' }

/** The question whose answer this one usually follows. `undefined` = none. */
export const sourceOf = (field: string): string | undefined => (Object.hasOwn(followed, field) ? followed[field] : undefined)

/** Answers that follow from what was changed. `undefined` = the answer to follow is no longer asked, or was removed. */
export function followingAnswers(form: FormDefinition, before: Answers, now: Answers): Answers {
  return Object.fromEntries(Object.entries(followed).flatMap(([field, source]) => {
    if (!Object.hasOwn(form.fields, field)) return []
    const value = standing(form, now, source)
    return value === standing(form, before, source) ? [] : [[field, value] as const]
  }))
}

const standing = (form: FormDefinition, answers: Answers, field: string): AnswerValue | undefined => (isAsked(form, answers, field) ? answers[field] : undefined)
