import type { FormDefinition } from '../../../domain/forms/form'
import type { RegisterRecord } from '../../../domain/records/record'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { ChangeText } from './ChangeText'

/** What changed since the version that was returned, in few words, for the panel beside the queue. */
export function ChangesList({ form, record }: { readonly form: FormDefinition; readonly record: RegisterRecord }) {
  const t = useText(reviewTexts)
  const changes = record.changes.filter((change) => form.fields[change.field])
  if (changes.length === 0) return null
  return (
    <div className="sm">
      <p className="b">{t.record.changes(changes.length)}</p>
      <ul>
        {changes.map((change) => {
          const field = form.fields[change.field]
          return field && <li key={change.field}>{field.short ?? field.label}: <ChangeText form={form} record={record} change={change} /></li>
        })}
      </ul>
    </div>
  )
}
