import { useCallback } from 'react'
import type { FormDefinition } from '../../../../domain/forms/form'
import type { RegisterRecord } from '../../../../domain/records/record'
import { Button } from '../../../parts/Button'
import { useRemoteData } from '../../../parts/reading/useRemoteData'
import { useServices } from '../../../services'
import { failureTexts } from '../../../text/failures'
import { reviewTexts } from '../../../text/review'
import { useText } from '../../../text/useText'
import { HistoryItem } from './HistoryItem'

/**
 * The history of a record: who did what and when, newest first. Only the server keeps it, and it logs every reading of it. When the
 * device is offline, the list says so and the rest of the page keeps working.
 */
export function HistoryList({ record: { commune, id, answers }, form }: { readonly record: RegisterRecord; readonly form: FormDefinition }) {
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
  const said = { ...answers, ...Object.fromEntries(history.value.flatMap(({ seq, changes }) => changes.flatMap(({ field, from, to }) => [[`${seq} ${field} from`, from], [`${seq} ${field} to`, to]]))) }
  return (
    <ul className="hist">
      {[...history.value].reverse().map((entry) => <HistoryItem key={entry.seq} entry={entry} form={form} commune={commune} isFirst={entry === history.value[0]} said={said} />)}
    </ul>
  )
}
