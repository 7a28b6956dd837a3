import type { SurveyStart } from '../../domain/records/survey'
import { vietnamDay } from '../../domain/time'
import { surveyOn } from '../parts/surveyOn'
import { useServices } from '../services'

/** The labour survey under way, of which a server has one for all its communes. */
export function useSurvey(): SurveyStart {
  const { ledger, now } = useServices()
  return surveyOn(ledger, ledger.communes[0], vietnamDay(now()))
}
