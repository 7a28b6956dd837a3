import { useId } from 'react'
import type { Answers } from '../../../../domain/forms/answers'
import type { FormDefinition } from '../../../../domain/forms/form'
import { isCovered } from '../../../../domain/forms/subjects/isCovered'
import type { HistoryEntry } from '../../../../protocol/api'
import { AnswerView } from '../../../answers/AnswerView'
import { useFieldLabel } from '../../../answers/useFieldLabel'
import { useServices } from '../../../services'
import { failureTexts } from '../../../text/failures'
import { momentWords } from '../../../text/moments'
import { reviewTexts } from '../../../text/review'
import { useText } from '../../../text/useText'
import { useDirectory } from '../../useDirectory'
import { ChangeText } from './ChangeText'

interface HistoryItemProps {
  readonly entry: HistoryEntry
  readonly form: FormDefinition
  readonly commune: string
  readonly isFirst: boolean
  /** Every value the record ever had. If one of them names an HIV group, sensitive values are covered in all entries (`isCovered`). */
  readonly said: Answers
}

/** One operation: who did what, whether the server took it, which values it changed and which were not applied. */
export function HistoryItem({ entry, form, commune, isFirst, said }: HistoryItemProps) {
  const t = useText(reviewTexts)
  const { now } = useServices()
  const directory = useDirectory()
  const labelOf = useFieldLabel(form)
  const count = entry.outcome === 'refused' ? entry.changes.length : taken(entry).length
  const work = entry.isAlong ? t.history.along : entry.type === 'submit' ? (isFirst ? t.history.submit : t.history.resubmit)(count) : t.history[entry.type]
  const refused = useRefusedWords(entry)
  return (
    <li>
      <span className="mut">{momentWords(entry.at, now())}</span>
      <span>
        <b>{directory.personName(entry.by)}</b> {refused === null ? work : `${work}, ${refused}`}.
        <Taken entry={entry} form={form} commune={commune} isFirst={isFirst} said={said} />
        <NotTaken entry={entry} form={form} commune={commune} said={said} />
        {entry.notes.map((note) => <span key={note.field} className="blk">{labelOf(note.field)}: “{note.text}”</span>)}
        {entry.receipt !== '' && <span className="mut blk xs">{t.history.receipt(entry.receipt)}</span>}
      </span>
    </li>
  )
}

/** Why the operation was refused; `null` = it was not (accepted, merged or held). */
function useRefusedWords({ outcome, reason }: HistoryEntry): string | null {
  const t = useText(reviewTexts)
  const failures = useText(failureTexts)
  switch (outcome) {
    case 'accepted':
    case 'merged':
    case 'held':
      return null
    case 'refused':
      return t.history.refused(reason ? failures.refusal[reason] : '')
    default:
      return outcome satisfies never
  }
}

const taken = ({ changes }: HistoryEntry): HistoryEntry['changes'] => changes.filter(({ applied }) => applied !== false)

/** The values that were applied, of fields the form knows. */
function Taken({ entry, form, commune, isFirst, said }: HistoryItemProps) {
  const t = useText(reviewTexts)
  const labelOf = useFieldLabel(form)
  const id = useId()
  const values = taken(entry).filter(({ field }) => form.fields[field])
  if (values.length === 0) return null
  return (
    <details className="sm">
      <summary id={id}>{(isFirst ? t.history.written : t.history.changed)(values.length)}</summary>
      <ul aria-labelledby={id}>
        {values.map((change) => <li key={change.field}>{labelOf(change.field, true)}: <ChangeText form={form} commune={commune} said={said} change={change} isFirst={isFirst} /></li>)}
      </ul>
    </details>
  )
}

/** The values that were not applied, of fields the form knows. */
function NotTaken({ entry, form, commune, said }: Omit<HistoryItemProps, 'isFirst'>) {
  const t = useText(reviewTexts)
  const labelOf = useFieldLabel(form)
  const values = entry.changes.flatMap(({ field: id, to, applied }) => {
    const field = form.fields[id]
    return applied === false && field ? [{ id, field, to }] : []
  })
  if (values.length === 0) return null
  return (
    <details className="sm">
      <summary>{entry.outcome === 'refused' ? t.history.notTaken(values.length) : t.history.keptAside(values.length)}</summary>
      <ul>
        {values.map(({ id, field, to }) => (
          <li key={id}>{labelOf(id, true)}: {to === undefined ? t.record.blank : <AnswerView commune={commune} fieldId={id} field={field} value={to} covered={isCovered(form, said, id)} />}</li>
        ))}
      </ul>
    </details>
  )
}
