import { surveyOf } from '../../../domain/records/survey'
import type { PlainDate } from '../../../domain/time'
import type { Survey } from '../../../protocol/api'

export type SurveyState = 'ahead' | 'underway' | 'over'

/** A survey is `underway` as long as, in one of its communes, no later survey has begun. */
export function surveyState({ firstDay, communes }: Survey, all: readonly Survey[], today: PlainDate): SurveyState {
  if (firstDay > today) return 'ahead'
  const latest = (commune: string): string => surveyOf(today, all.filter((each) => each.communes.includes(commune)).map((each) => each.firstDay))
  return communes.some((commune) => latest(commune) === firstDay) ? 'underway' : 'over'
}
