import type { Answers } from '../../../domain/forms/answers'
import type { FormDefinition } from '../../../domain/forms/form'
import { PhotoView } from '../../photos/PhotoView'
import { useLanguage } from '../../text/language'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { AnswerLine, type NoteTools } from './AnswerLine'
import { AnswerText } from './AnswerText'
import { isCovered } from './isCovered'
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
        const value = answers[id]
        const label = (language === 'en' && field?.labelEn) || field?.label || id
        return field && (
          <AnswerLine key={id} fieldId={id} label={label} tools={tools}>
            {field.kind === 'photo' && typeof value === 'string'
              ? <PhotoView commune={commune} hash={value} label={label} />
              : <AnswerText fieldId={id} field={field} value={value} covered={isCovered(form, answers, id)} />}
          </AnswerLine>
        )
      })}
    </section>
  ))
}
