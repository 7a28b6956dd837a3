import type { Answers } from '../../../domain/forms/answers'
import type { FormDefinition } from '../../../domain/forms/form'
import { AnswerView } from '../../answers/AnswerView'
import { isCovered } from '../../answers/isCovered'
import { useLanguage } from '../../text/language'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { AnswerLine, type NoteTools } from './AnswerLine'
import { shownGroups } from './shownGroups'

interface AnswerGroupsProps {
  readonly commune: string
  readonly form: FormDefinition
  readonly answers: Answers
  readonly tools?: NoteTools | undefined
}

/** All answers, group by group, under the official labels. */
export function AnswerGroups({ commune, form, answers, tools }: AnswerGroupsProps) {
  const t = useText(reviewTexts)
  const { language } = useLanguage()
  return shownGroups(form, answers).map((group) => (
    <section key={group.id} className="card flush">
      <h2 className="card-h">{group.label === null ? t.record.other : (language === 'en' && group.labelEn) || group.label}</h2>
      {group.fields.map((id) => {
        const field = form.fields[id]
        const label = (language === 'en' && field?.labelEn) || field?.label || id
        return field && (
          <AnswerLine key={id} fieldId={id} label={label} tools={tools}>
            <AnswerView commune={commune} fieldId={id} field={field} value={answers[id]} covered={isCovered(form, answers, id)} />
          </AnswerLine>
        )
      })}
    </section>
  ))
}
