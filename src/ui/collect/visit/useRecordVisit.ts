import type { Card } from '../../../domain/records/cards/card'
import { useText } from '../../text/useText'
import { visitTexts } from '../../text/visit'
import { useRecordHere } from '../answers/useRecordHere'

const visitFields = ['visitOutcome', 'visitedOn', 'nextVisitOn', 'visitNote'] as const
/** The answers a visit writes on the household. Those that are absent are removed there. */
export type VisitAnswers = { readonly [field in (typeof visitFields)[number]]?: string }

export function useRecordVisit(household: Card, onDone: () => void) {
  const t = useText(visitTexts)
  const { record, trouble } = useRecordHere(household, onDone)
  return { record: (visit: VisitAnswers) => record(Object.fromEntries(visitFields.map((field) => [field, visit[field]])), t.saved), trouble }
}
