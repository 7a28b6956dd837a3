import type { FormDefinition } from '../../../../domain/forms/form'
import type { RegisterRecord } from '../../../../domain/records/record'
import { useFieldLabel } from '../../../answers/useFieldLabel'
import { reviewTexts } from '../../../text/review'
import { useText } from '../../../text/useText'
import { ChangeText } from './ChangeText'

/** The changes since the version that was returned, in short, for the panel beside the queue. */
export function ChangesList({ form, record }: { readonly form: FormDefinition; readonly record: RegisterRecord }) {
  const t = useText(reviewTexts)
  const labelOf = useFieldLabel(form)
  const changes = record.changes.filter((change) => form.fields[change.field])
  if (changes.length === 0) return null
  return (
    <div className="sm">
      <p className="b">{t.record.changes(changes.length)}</p>
      <ul>
        {changes.map((change) => <li key={change.field}>{labelOf(change.field, true)}: <ChangeText form={form} commune={record.commune} said={record.answers} change={change} /></li>)}
      </ul>
    </div>
  )
}
