import { household2Fields } from '../../../domain/forms/definitions/household/household2'
import { answerWords } from '../../../domain/forms/wording/answerWords'
import type { Lang } from '../../../domain/forms/form'

export const outcomeWords = (outcome: string, language: Lang): string => answerWords(household2Fields.visitOutcome, outcome, language)
