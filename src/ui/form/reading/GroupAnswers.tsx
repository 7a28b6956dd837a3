import { isQuestion } from '../../../domain/forms/asking/ask'
import type { FormDefinition, Group } from '../../../domain/forms/form'
import { isCovered } from '../../../domain/forms/subjects/isCovered'
import { answerWords, fieldLabel } from '../../../domain/forms/wording/words'
import type { LocalRecord } from '../../../storage/ledger'
import { AnswerView } from '../../answers/AnswerView'
import { ConfirmedMark } from '../../answers/ToldMark'
import { Kv } from '../../parts/Kv'
import { useLanguage } from '../../text/language'
import { communeOf } from '../communeOf'
import { groupLabel } from '../groups'

interface GroupAnswersProps {
  readonly form: FormDefinition
  readonly group: Group
  /** The fields to show: those asked, or those whose answers this device has. */
  readonly asked: ReadonlySet<string>
  readonly record: LocalRecord
}

/** The answers of one group of a record, to read. Draws nothing if there are none. */
export function GroupAnswers({ form, group, asked, record }: GroupAnswersProps) {
  const { language } = useLanguage()
  const rows = group.fields.flatMap((name) => {
    const field = form.fields[name]
    const value = record.answers[name]
    if (!isQuestion(field) || !asked.has(name) || answerWords(field, value, language) === '') return []
    const covered = isCovered(form, record.answers, name)
    return [[fieldLabel(field, language, true), <><AnswerView commune={communeOf(record)} fieldId={name} field={field} value={value} covered={covered} /><ConfirmedMark form={form} name={name} confirmed={record.confirmed} /></>] as const]
  })
  if (rows.length === 0) return null
  return <section className="card st2"><h2>{groupLabel(group, language)}</h2><Kv rows={rows} /></section>
}
