import { isPlainDate, type PlainDate } from '../time'
import type { Card } from './cards/card'
import type { RecordKind } from './record'

/*
 * The labour survey comes again, as a rule every year (Thông tư 11/2022/TT-BLĐTBXH): each person then has a new form, and the one of
 * before stays as it was accepted. A form belongs to the survey in which it was taken (decision 0029).
 */

/** First day of a survey; '' = before the first, or surveys are not told apart. */
export type SurveyStart = PlainDate | ''

/** A day on which a survey can begin: a slip of the year is none. */
export function isSurveyStart(text: string): text is PlainDate {
  return isPlainDate(text) && text >= '2020-01-01' && text < '2100-01-01'
}

/** @param starts first days of the surveys, ascending @param day `undefined` = not known */
export function surveyOf(day: PlainDate | undefined, starts: readonly PlainDate[]): SurveyStart {
  return (day !== undefined && starts.findLast((start) => start <= day)) || ''
}

/** What a person has one form of: each kind, and of labour forms each survey. @param day on which the form was taken */
export function formSlot({ kind, day }: { readonly kind: RecordKind; readonly day: PlainDate | undefined }, starts: readonly PlainDate[]): string {
  return kind === 'labour' ? `${kind} ${surveyOf(day, starts)}` : kind
}

/** Taken in the survey that began on this day, or after it; what is no labour form is of every survey. */
export function isOfSurvey({ kind, checkedOn = '' }: Card, start: SurveyStart): boolean {
  return kind !== 'labour' || checkedOn >= start
}

export interface LabourForms {
  /** Of the survey under way. */
  readonly current: Card | undefined
  /** The latest of the surveys before. */
  readonly earlier: Card | undefined
}

export function labourForms(cards: readonly Card[], person: string, start: SurveyStart): LabourForms {
  const forms = cards.filter((card) => card.kind === 'labour' && card.person === person)
  const [earlier] = forms.filter((form) => !isOfSurvey(form, start)).sort((a, b) => ((a.checkedOn ?? '') < (b.checkedOn ?? '') ? 1 : -1))
  return { current: forms.find((form) => isOfSurvey(form, start)), earlier }
}
