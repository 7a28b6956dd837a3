import type { ReactNode } from 'react'
import type { FormDefinition } from '../../../../domain/forms/form'
import { isCovered } from '../../../../domain/forms/subjects/isCovered'
import type { FieldChange, RegisterRecord } from '../../../../domain/records/record'
import { AnswerView } from '../../../answers/AnswerView'
import { reviewTexts } from '../../../text/review'
import { useText } from '../../../text/useText'

interface ChangeTextProps {
  readonly form: FormDefinition
  readonly record: RegisterRecord
  readonly change: FieldChange
}

/** A change as old and new value. */
export function ChangeText({ form, record, change: { field: id, from, to } }: ChangeTextProps) {
  const t = useText(reviewTexts)
  const field = form.fields[id]
  if (!field) return null
  const words = (value: FieldChange['to']): ReactNode => value === undefined
    ? t.record.blank
    : <AnswerView commune={record.commune} fieldId={id} field={field} value={value} covered={isCovered(form, record.answers, id)} />
  if (to === undefined) return <><del>{words(from)}</del> <span className="sm mut">{t.record.dropped}</span></>
  return <><del>{words(from)}</del> <span aria-hidden="true">→</span><span className="vh"> {t.record.to} </span> <ins>{words(to)}</ins></>
}
