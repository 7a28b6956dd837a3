import { useId } from 'react'
import type { Answers } from '../../../../domain/forms/answers'
import type { FormDefinition } from '../../../../domain/forms/form'
import type { HistoryEntry } from '../../../../protocol/api'
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
  const shown = { form, commune, said }
  const applied = entry.changes.filter((change) => change.applied !== false)
  const count = entry.outcome === 'refused' ? entry.changes.length : applied.length
  const work = entry.isAlong ? t.history.along : entry.type === 'submit' ? (isFirst ? t.history.submit : t.history.resubmit)(count) : t.history[entry.type]
  const refused = useRefusedWords(entry)
  return (
    <li>
      <span className="mut">{momentWords(entry.at, now())}</span>
      <span>
        <b>{directory.personName(entry.by)}</b> {refused === null ? work : `${work}, ${refused}`}.
        <Values {...shown} changes={applied} words={isFirst ? t.history.written : t.history.changed} showsNewOnly={isFirst} />
        <Values {...shown} changes={entry.changes.filter((change) => !applied.includes(change))} words={entry.outcome === 'refused' ? t.history.notTaken : t.history.keptAside} showsNewOnly />
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

interface ValuesProps extends Pick<HistoryItemProps, 'form' | 'commune' | 'said'> {
  readonly changes: HistoryEntry['changes']
  /** The line that opens them, by how many they are. */
  readonly words: (count: number) => string
  readonly showsNewOnly: boolean
}

/** Changes of fields the form knows, behind a line that says how many they are. */
function Values({ changes, words, ...shown }: ValuesProps) {
  const labelOf = useFieldLabel(shown.form)
  const id = useId()
  const known = changes.filter(({ field }) => shown.form.fields[field])
  if (known.length === 0) return null
  return (
    <details className="sm">
      <summary id={id}>{words(known.length)}</summary>
      <ul aria-labelledby={id}>
        {known.map((change) => <li key={change.field}>{labelOf(change.field, true)}: <ChangeText change={change} {...shown} /></li>)}
      </ul>
    </details>
  )
}
