import { useId, type ReactNode } from 'react'
import { Button } from '../../../parts/Button'
import { Icon } from '../../../parts/Icon'
import { reviewTexts } from '../../../text/review'
import { useText } from '../../../text/useText'

/** The notes being written on one record, and how to write them. */
export interface NoteTools {
  readonly notes: { readonly [fieldId: string]: string }
  /** Field whose note is being written. */
  readonly editing: string | null
  readonly edit: (fieldId: string | null) => void
  readonly write: (fieldId: string, text: string) => void
}

interface AnswerLineProps {
  readonly fieldId: string
  readonly label: string
  readonly children: ReactNode
  /** Absent when the record cannot be returned. */
  readonly tools?: NoteTools | undefined
  /** Whether this line shows the note of its field. Only one line per field does: the list of changes repeats fields. */
  readonly showsNote?: boolean
}

/** One question and its answer, with the note that goes back to the officer. */
export function AnswerLine({ fieldId, label, children, tools, showsNote = true }: AnswerLineProps) {
  const t = useText(reviewTexts)
  const note = tools?.notes[fieldId] ?? ''
  const isEditing = showsNote && tools?.editing === fieldId
  return (
    <div className="ans" data-field={showsNote ? fieldId : undefined}>
      <span className="mut">{label}</span>
      <span>{children}</span>
      {tools ? (
        <button type="button" className="ib ans-note no-print" aria-label={t.record.note(label)} aria-expanded={showsNote ? isEditing : undefined} onClick={() => tools.edit(fieldId)}>
          <Icon name="note" small />
        </button>
      ) : <span />}
      {isEditing && tools && <NoteEditor note={note} onWrite={(text) => tools.write(fieldId, text)} onClose={() => tools.edit(null)} />}
      {!isEditing && showsNote && note !== '' && <p className="ans-w chk note-text"><Icon name="ret" small /><span className="pre">{note}</span></p>}
    </div>
  )
}

function NoteEditor({ note, onWrite, onClose }: { readonly note: string; readonly onWrite: (text: string) => void; readonly onClose: () => void }) {
  const t = useText(reviewTexts)
  const id = useId()
  return (
    <div className="ans-w">
      <label className="f-l" htmlFor={id}>{t.record.noteLabel}</label>
      <textarea
        id={id} className="in" rows={2} value={note} maxLength={2000} autoFocus onChange={(event) => onWrite(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && onClose()}
      />
      <p className="fx note-b">
        <Button onClick={onClose}>{t.record.noteDone}</Button>
        <Button kind="quiet" onClick={() => { onWrite(''); onClose() }}>{t.record.noteDrop}</Button>
      </p>
    </div>
  )
}
