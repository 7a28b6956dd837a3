import type { Answers, AnswerValue } from '../../../src/domain/forms/answers'
import { clearedBy, isAsked, whyGroupNotAsked } from '../../../src/domain/forms/asking/ask'
import type { CheckContext, Finding } from '../../../src/domain/forms/checking/finding'
import { findings } from '../../../src/domain/forms/checking/findings'
import type { FormDefinition } from '../../../src/domain/forms/form'
import { prune } from '../../../src/domain/forms/asking/prune'
import { findingWords, whyWords } from '../../../src/domain/forms/wording/words'

/** A conversation with one person over one form, in the words of the field. Immutable: `answer` gives the next moment. */
export interface Interview {
  readonly answers: Answers
  /** Answers change; `undefined` takes one back. */
  answer(changes: { readonly [field: string]: AnswerValue | undefined }): Interview
  asks(field: string): boolean
  /** Those of the named fields that are asked, in the order named. */
  askedOf(fields: readonly string[]): readonly string[]
  /** Why a group of questions is skipped. */
  why(group: string): string
  clearedBy(changes: { readonly [field: string]: AnswerValue | undefined }): readonly string[]
  /** What the rules say about what would be sent. */
  found(): readonly Finding[]
  ids(): readonly string[]
  /** Words of the finding with this id, `undefined` when the rules do not make it. */
  says(id: string): string | undefined
  finding(id: string): Finding | undefined
}

export const visitDay: CheckContext = { today: '2026-11-25', minAge: 15 }

export function interview(form: FormDefinition, answers: Answers = {}, ctx: CheckContext = visitDay): Interview {
  const found = () => findings(form, prune(form, answers), ctx)
  const finding = (id: string) => found().find((each) => each.id === id)
  const changed = (changes: Answers): Answers => Object.fromEntries(Object.entries({ ...answers, ...changes }).filter(([, value]) => value !== undefined))
  return {
    answers,
    answer: (changes) => interview(form, changed(changes), ctx),
    asks: (field) => isAsked(form, answers, field),
    askedOf: (fields) => fields.filter((field) => isAsked(form, answers, field)),
    why: (id) => {
      const group = form.groups.find((each) => each.id === id)
      const why = group && whyGroupNotAsked(form, answers, group)
      return why ? whyWords(form, why, 'vi') : ''
    },
    clearedBy: (changes) => clearedBy(form, answers, changed(changes)),
    found,
    ids: () => [...new Set(found().map((each) => each.id))],
    finding,
    says: (id) => {
      const it = finding(id)
      return it && findingWords(form, it, 'vi')
    },
  }
}
