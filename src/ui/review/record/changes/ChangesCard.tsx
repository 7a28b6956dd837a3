import { isQuestion } from '../../../../domain/forms/asking/ask'
import type { FormDefinition } from '../../../../domain/forms/form'
import type { RegisterRecord } from '../../../../domain/records/record'
import { useFieldLabel } from '../../../answers/useFieldLabel'
import { reviewTexts } from '../../../text/review'
import { useText } from '../../../text/useText'
import { AnswerLine, type NoteTools } from '../answers/AnswerLine'
import { ChangeText } from './ChangeText'

/** The fields the officer changed since the version that was returned. */
export function ChangesCard({ form, record, tools }: { readonly form: FormDefinition; readonly record: RegisterRecord; readonly tools?: NoteTools | undefined }) {
  const t = useText(reviewTexts)
  const labelOf = useFieldLabel(form)
  const changes = record.changes.filter((change) => form.fields[change.field])
  if (changes.length === 0) return null
  return (
    <section className="card flush">
      <h2 className="card-h">{t.record.changes(changes.length)}</h2>
      {changes.map((change) => (
        <AnswerLine key={change.field} fieldId={change.field} label={labelOf(change.field)} tools={isQuestion(form.fields[change.field]) ? tools : undefined} showsNote={false}>
          <ChangeText form={form} commune={record.commune} said={record.answers} change={change} />
        </AnswerLine>
      ))}
    </section>
  )
}
