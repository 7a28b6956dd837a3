import { household2Fields } from '../../../domain/forms/definitions/household2'
import { answerWords } from '../../../domain/forms/answerWords'
import type { Lang } from '../../../domain/forms/form'

export const outcomeWords = (outcome: string, language: Lang): string => answerWords(household2Fields.visitOutcome, outcome, language)
