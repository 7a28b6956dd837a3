import { isPlainDate, type PlainDate } from '../time'
import type { Card } from './cards/card'
import type { RecordKind } from './record'

/*
 * The labour survey is repeated, usually every year (Thông tư 11/2022/TT-BLĐTBXH). Each person then gets a new form, and the earlier one
 * stays as it was accepted. A form belongs to the survey in which it was taken (decision 0029).
 */

/** First day of a survey. '' = before the first survey, or surveys are not distinguished. */
export type SurveyStart = PlainDate | ''

/** Whether a survey can begin on this day: a date from 2020 to 2099, so that a typing error in the year is noticed. */
export function isSurveyStart(text: string): text is PlainDate {
  return isPlainDate(text) && text >= '2020-01-01' && text < '2100-01-01'
}

/**
 * The survey a day belongs to.
 * @param day `undefined` = not known
 * @param starts first days of the surveys, ascending
 */
export function surveyOf(day: PlainDate | undefined, starts: readonly PlainDate[]): SurveyStart {
  return (day !== undefined && starts.findLast((start) => start <= day)) || ''
}

/**
 * The slot of a form: a person has one form per slot. Each kind has one slot; labour forms have one per survey.
 * @param form kind of the form, and the day it was taken
 */
export function formSlot({ kind, day }: { readonly kind: RecordKind; readonly day: PlainDate | undefined }, starts: readonly PlainDate[]): string {
  return kind === 'labour' ? `${kind} ${surveyOf(day, starts)}` : kind
}

/** Whether a form was taken in the survey that began on this day, or later. Forms of other kinds belong to every survey. */
export function isOfSurvey({ kind, checkedOn = '' }: Card, start: SurveyStart): boolean {
  return kind !== 'labour' || checkedOn >= start
}

export interface LabourForms {
  /** Of the current survey. */
  readonly current: Card | undefined
  /** The latest one of an earlier survey. */
  readonly earlier: Card | undefined
}

/** The labour forms of a person, given the first day of the current survey. */
export function labourForms(cards: readonly Card[], person: string, start: SurveyStart): LabourForms {
  const forms = cards.filter((card) => card.kind === 'labour' && card.person === person)
  const [earlier] = forms.filter((form) => !isOfSurvey(form, start)).sort((a, b) => ((a.checkedOn ?? '') < (b.checkedOn ?? '') ? 1 : -1))
  return { current: forms.find((form) => isOfSurvey(form, start)), earlier }
}
