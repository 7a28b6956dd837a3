import type { ReactNode } from 'react'
import { isQuestion } from '../../domain/forms/ask'
import type { FormDefinition, Field, Group } from '../../domain/forms/form'
import { answerWords, fieldLabel } from '../../domain/forms/words'
import type { LocalRecord } from '../../storage/ledger'
import { Kv } from '../parts/Kv'
import { useUnits } from '../parts/useUnits'
import { PhotoView } from '../photos/PhotoView'
import { useLanguage } from '../text/language'
import { communeOf } from './communeOf'
import { groupLabel } from './groups'

interface GroupAnswersProps {
  readonly form: FormDefinition
  readonly group: Group
  /** The questions to show: those asked, or those whose answers this device has. */
  readonly asked: ReadonlySet<string>
  readonly record: LocalRecord
}

/** What a record answers in one part of its form, to read; nothing where it answers nothing. */
export function GroupAnswers({ form, group, asked, record }: GroupAnswersProps) {
  const { language } = useLanguage()
  const units = useUnits()
  const words = (field: Field, name: string): ReactNode => {
    const value = record.answers[name]
    if (field.kind === 'commune' && typeof value === 'string') return units?.communeByCode(value)?.label ?? value
    if (field.kind === 'photo' && typeof value === 'string') return <PhotoView commune={communeOf(record)} hash={value} label={fieldLabel(field, language)} />
    return answerWords(field, value, language)
  }
  const rows = group.fields.flatMap((name) => {
    const field = form.fields[name]
    return isQuestion(field) && asked.has(name) ? [[fieldLabel(field, language, true), words(field, name)] as const] : []
  })
  if (rows.every(([, value]) => value === '')) return null
  return <section className="card st2"><h2>{groupLabel(group, language)}</h2><Kv rows={rows} /></section>
}
