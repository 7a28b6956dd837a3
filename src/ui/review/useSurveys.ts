import type { Card } from '../../domain/records/cards/card'
import { isOfSurvey, type SurveyStart } from '../../domain/records/survey'
import { vietnamDay } from '../../domain/time'
import { surveyOn } from '../parts/reading/surveyOn'
import { useServices } from '../services'

export interface Surveys {
  /** Whether a labour form belongs to the survey under way in its commune. Always true of other records. */
  isCurrent(card: Card): boolean
  /** First day of the survey under way; `''` = not the same in all communes of this book. */
  readonly start: SurveyStart
}

/** The labour surveys under way: each commune has its own (decision 0029). */
export function useSurveys(): Surveys {
  const { ledger, now } = useServices()
  const today = vietnamDay(now())
  const starts = new Map(ledger.communes.map((commune) => [commune, surveyOn(ledger, commune, today)]))
  const [start = '', ...others] = new Set(starts.values())
  return { isCurrent: (card) => isOfSurvey(card, starts.get(card.commune) ?? ''), start: others.length === 0 ? start : '' }
}
