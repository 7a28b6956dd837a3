import type { AnswerValue } from '../../domain/forms/answers'
import type { Field } from '../../domain/forms/form'
import { answerWords } from '../../domain/forms/wording/words'
import { useUnits } from '../parts/reading/useUnits'
import { useLanguage } from '../text/language'

const PROVINCE = 'provinceCode'

/** Words for the answers to a question, with communes and provinces by name; `''` = no answer. */
export function useAnswerWords(fieldId: string, field: Field): (value: AnswerValue | undefined) => string {
  const { language } = useLanguage()
  const units = useUnits(field.kind === 'commune' || fieldId === PROVINCE)
  return (value) => {
    const place = typeof value === 'string' ? (fieldId === PROVINCE ? units?.provinceByCode(value) : units?.communeByCode(value)) : undefined
    return place?.label ?? answerWords(field, value, language)
  }
}
