import type { FormDefinition } from '../../../domain/forms/form'
import type { ReviewNote } from '../../../domain/records/record'
import { useFieldLabel } from '../../answers/useFieldLabel'
import { Box } from '../../parts/Box'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'

/** Notes of the last return that the officer has not answered yet. */
export function OldNotes({ form, notes }: { readonly form: FormDefinition; readonly notes: readonly ReviewNote[] }) {
  const t = useText(reviewTexts)
  const labelOf = useFieldLabel(form)
  if (notes.length === 0) return null
  return (
    <Box kind="ret" icon="ret" title={t.record.oldNotes}>
      <ul className="sm">{notes.map((note) => <li key={note.field}><b>{labelOf(note.field)}</b>: “{note.text}”</li>)}</ul>
    </Box>
  )
}
