import type { ComponentProps } from 'react'
import { failureTexts } from '../../text/failures'
import { unsentTexts } from '../../text/unsent'
import { useText } from '../../text/useText'
import { TextField } from './TextField'
import type { NotesBeingWritten } from './useUnsentNotes'

type UnsentFieldProps = Omit<ComponentProps<typeof TextField>, 'value' | 'onChange' | 'note'> & {
  readonly at: NotesBeingWritten
  /** The field the text belongs to. */
  readonly field: string
}

/** One line of text in a sheet. Every keystroke is stored, so closing the sheet, locking or a killed page loses nothing. */
export function UnsentField({ at: { notes, write, isOld, failure }, field, error, ...rest }: UnsentFieldProps) {
  const t = useText(unsentTexts)
  const failures = useText(failureTexts)
  return (
    <TextField
      {...rest} error={error ?? (failure && failures.storage[failure.kind]) ?? undefined}
      note={isOld(field) && <p className="sm mut">{t.old}</p>} value={notes[field] ?? ''} onChange={(text) => write(field, text)}
    />
  )
}
