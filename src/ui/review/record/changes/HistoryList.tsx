import { useCallback } from 'react'
import type { FormDefinition } from '../../../../domain/forms/form'
import type { RegisterRecord } from '../../../../domain/records/record'
import type { HistoryEntry } from '../../../../protocol/api'
import { useFieldLabel } from '../../../answers/useFieldLabel'
import { Button } from '../../../parts/Button'
import { useRemoteData } from '../../../parts/reading/useRemoteData'
import { useServices } from '../../../services'
import { momentWords } from '../../../text/moments'
import { failureTexts } from '../../../text/failures'
import { reviewTexts } from '../../../text/review'
import { useText } from '../../../text/useText'
import { useDirectory } from '../../useDirectory'

/**
 * Who did what and when, newest first; only the server keeps it, and writes into its access log who reads it. Without a line it says so
 * and everything else keeps working.
 */
export function HistoryList({ record: { commune, id }, form }: { readonly record: RegisterRecord; readonly form: FormDefinition | undefined }) {
  const t = useText(reviewTexts)
  const failures = useText(failureTexts)
  const { remote } = useServices()
  const { data: history, reload } = useRemoteData(useCallback(() => remote.history(commune, id), [remote, commune, id]))
  if (history.state === 'loading') return <p className="sm mut">{t.history.loading}</p>
  if (history.state === 'failed') {
    return (
      <div className="sm st2">
        <p className="mut">{history.failure.error === 'offline' ? t.history.offline : failures.remote[history.failure.error]}</p>
        <Button onClick={reload}>{t.history.again}</Button>
      </div>
    )
  }
  if (history.value.length === 0) return <p className="sm mut">{t.history.empty}</p>
  return <ul className="hist">{[...history.value].reverse().map((entry) => <Entry key={entry.seq} entry={entry} form={form} isFirst={entry === history.value[0]} />)}</ul>
}

function Entry({ entry, form, isFirst }: { readonly entry: HistoryEntry; readonly form: FormDefinition | undefined; readonly isFirst: boolean }) {
  const t = useText(reviewTexts)
  const { now } = useServices()
  const directory = useDirectory()
  const labelOf = useFieldLabel(form)
  const words = entry.type === 'submit' ? (isFirst ? t.history.submit : t.history.resubmit)(entry.changes.length) : t.history[entry.type]
  return (
    <li>
      <span className="mut">{momentWords(entry.at, now())}</span>
      <span>
        <b>{directory.personName(entry.by)}</b> {words}.
        {entry.notes.map((note) => <span key={note.field} className="blk">{labelOf(note.field)}: “{note.text}”</span>)}
        {entry.receipt !== '' && <span className="mut blk xs">{t.history.receipt(entry.receipt)}</span>}
      </span>
    </li>
  )
}
