import { surveyOf, type SurveyStart } from '../../../domain/records/survey'
import type { PlainDate } from '../../../domain/time'
import type { Ledger } from '../../../storage/ledger'

/** The labour survey of a commune on a given day. */
export function surveyOn(ledger: Ledger, commune: string | undefined, day: PlainDate): SurveyStart {
  return surveyOf(day, ledger.context(commune ?? '')?.settings.surveys ?? [])
}

/** Whether the place of each house is recorded in the survey of that day. */
export function isLocated(ledger: Ledger, commune: string, day: PlainDate): boolean {
  return ledger.context(commune)?.settings.locatedSurveys?.includes(surveyOn(ledger, commune, day)) ?? false
}
