import type { ReactNode } from 'react'
import type { Answers, AnswerValue } from '../../../../domain/forms/answers'
import type { FormDefinition } from '../../../../domain/forms/form'
import { isCovered } from '../../../../domain/forms/subjects/isCovered'
import { AnswerView } from '../../../answers/AnswerView'
import { reviewTexts } from '../../../text/review'
import { useText } from '../../../text/useText'

interface ChangeTextProps {
  readonly form: FormDefinition
  readonly commune: string
  /** All answers that could reveal a sensitive value: if one of them does, such values are covered together (`isCovered`). */
  readonly said: Answers
  readonly change: { readonly field: string; readonly from?: AnswerValue | undefined; readonly to?: AnswerValue | undefined }
  /** Only the new value is shown: nothing stood there before, or it was not applied. */
  readonly showsNewOnly?: boolean
}

/** One change: the old value and the new one. */
export function ChangeText({ form, commune, said, change: { field: id, from, to }, showsNewOnly = false }: ChangeTextProps) {
  const t = useText(reviewTexts)
  const field = form.fields[id]
  if (!field) return null
  const words = (value: AnswerValue | undefined): ReactNode => value === undefined
    ? t.record.blank
    : <AnswerView commune={commune} fieldId={id} field={field} value={value} covered={isCovered(form, said, id)} />
  if (showsNewOnly) return words(to)
  if (to === undefined) return <><del>{words(from)}</del> <span className="sm mut">{t.record.dropped}</span></>
  return <><del>{words(from)}</del> <span aria-hidden="true">→</span><span className="vh"> {t.record.to} </span> <ins>{words(to)}</ins></>
}
