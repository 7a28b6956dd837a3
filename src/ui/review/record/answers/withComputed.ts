import type { Answers } from '../../../../domain/forms/answers'
import { computedAnswers } from '../../../../domain/forms/asking/computed'
import type { FormDefinition } from '../../../../domain/forms/form'
import type { PlainDate } from '../../../../domain/time'

/** Answers as the supervisor reads them: with the values computed from them for today, e.g. the monthly amount. */
export function withComputed(form: FormDefinition, answers: Answers, today: PlainDate): Answers {
  return { ...answers, ...computedAnswers(form, answers, { today }) }
}
