import type { ReviewNote } from '../../domain/records/record'
import { useFieldLabel } from '../answers/useFieldLabel'
import { hasBox } from './groups'
import { NoteBox } from './question/NoteBox'
import { boxId } from './question/Question'
import { frameId } from './question/QuestionFrame'
import type { FormSession } from './filling/useFormSession'

/** Notes on fields without a box on this form: fields the app fills in, or that the correction no longer asks. At a question nobody would see them. */
export function LooseNotes({ session, notes }: { readonly session: FormSession; readonly notes: readonly ReviewNote[] }) {
  const labelOf = useFieldLabel(session.form)
  return notes.filter(({ field }) => !hasBox(session.form, field, session)).map((note) => (
    <div key={note.field + note.at + note.text} id={frameId(boxId(note.field))} tabIndex={-1}><NoteBox note={note} about={labelOf(note.field, true)} /></div>
  ))
}
