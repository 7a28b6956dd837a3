import { useState } from 'react'
import type { StorageFailure } from '../../../storage/ledger'
import { useUnsentNotes } from '../../parts/fields/useUnsentNotes'
import type { NoteTools } from './answers/AnswerLine'

interface WrittenNote { readonly field: string; readonly text: string }

export interface NotesInHand {
  readonly tools: NoteTools
  /** The notes that are not blank, trimmed. */
  readonly written: readonly WrittenNote[]
  /** Why something written on the record is not on disk; `null` = all of it is. */
  readonly failure: StorageFailure | null
}

/** The notes being written on one form. Every keystroke is stored on disk, as in a form. The decision removes them there. */
export function useNotes(recordId: string): NotesInHand {
  const { notes, write, failure } = useUnsentNotes(recordId)
  const [editing, setEditing] = useState<string | null>(null)
  const tools: NoteTools = { notes, editing, edit: setEditing, write }
  const written = Object.entries(notes).map(([field, text]) => ({ field, text: text.trim() })).filter((note) => note.text !== '')
  return { tools, written, failure }
}
