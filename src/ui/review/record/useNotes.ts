import { useState } from 'react'
import { useReviewPlace } from '../reviewPlace'
import type { NoteTools } from './AnswerLine'

/** The notes being written on one form; blank ones do not count. */
export function useNotes(recordId: string): { readonly tools: NoteTools; readonly written: readonly { readonly field: string; readonly text: string }[]; readonly clear: () => void } {
  const place = useReviewPlace()
  const notes = place.notes[recordId] ?? {}
  const [editing, setEditing] = useState<{ readonly record: string; readonly field: string | null }>({ record: recordId, field: null })
  const edit = (field: string | null): void => setEditing({ record: recordId, field })
  const tools: NoteTools = {
    notes,
    editing: editing.record === recordId ? editing.field : null,
    edit,
    write: (field, text) => place.setNotes(recordId, { ...notes, [field]: text }),
  }
  const written = Object.entries(notes).map(([field, text]) => ({ field, text: text.trim() })).filter((note) => note.text !== '')
  return { tools, written, clear: () => place.setNotes(recordId, {}) }
}
