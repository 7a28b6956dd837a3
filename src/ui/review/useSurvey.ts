import { surveyOf, type SurveyStart } from '../../domain/records/survey'
import { vietnamDay } from '../../domain/time'
import { useServices } from '../services'

/** The labour survey under way, of which a server has one for all its communes. */
export function useSurvey(): SurveyStart {
  const { ledger, now } = useServices()
  return surveyOf(vietnamDay(now()), ledger.context(ledger.communes[0] ?? '')?.settings.surveys ?? [])
}
