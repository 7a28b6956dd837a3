import type { Answers } from '../../../../domain/forms/answers'
import { isQuestion } from '../../../../domain/forms/asking/ask'
import type { FormDefinition } from '../../../../domain/forms/form'
import { isCovered } from '../../../../domain/forms/subjects/isCovered'
import type { Confirmed } from '../../../../domain/records/record'
import { AnswerView } from '../../../answers/AnswerView'
import { ConfirmedMark } from '../../../answers/ToldMark'
import { useFieldLabel } from '../../../answers/useFieldLabel'
import { groupLabel } from '../../../form/groups'
import { useLanguage } from '../../../text/language'
import { reviewTexts } from '../../../text/review'
import { useText } from '../../../text/useText'
import { AnswerLine, type NoteTools } from './AnswerLine'
import { shownGroups } from './shownGroups'

interface AnswerGroupsProps {
  readonly commune: string
  readonly form: FormDefinition
  readonly answers: Answers
  readonly confirmed: Confirmed | undefined
  readonly tools?: NoteTools | undefined
}

/** All answers, group by group, under the official labels. Notes can be written on questions, and on a field that already has one. */
export function AnswerGroups({ commune, form, answers, confirmed, tools }: AnswerGroupsProps) {
  const t = useText(reviewTexts)
  const { language } = useLanguage()
  const labelOf = useFieldLabel(form)
  // Includes the note being edited, even while it is empty: its text field must not disappear.
  const noted = tools ? [...new Set([...Object.keys(tools.notes), ...(tools.editing === null ? [] : [tools.editing])])] : []
  return shownGroups(form, answers, noted).map(({ group, fields }) => (
    <section key={group?.id ?? ''} className="card flush">
      <h2 className="card-h">{group === null ? t.record.other : groupLabel(group, language)}</h2>
      {fields.map((id) => {
        const field = form.fields[id]
        return (
          <AnswerLine key={id} fieldId={id} label={labelOf(id)} tools={isQuestion(field) || noted.includes(id) ? tools : undefined}>
            {field && <AnswerView commune={commune} fieldId={id} field={field} value={answers[id]} covered={isCovered(form, answers, id)} />}
            <ConfirmedMark form={form} name={id} confirmed={confirmed} />
          </AnswerLine>
        )
      })}
    </section>
  ))
}
