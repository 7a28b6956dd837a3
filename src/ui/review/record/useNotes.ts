import { useState } from 'react'
import type { StorageFailure } from '../../../storage/ledger'
import { useUnsentNotes } from '../../parts/fields/useUnsentNotes'
import type { NoteTools } from './answers/AnswerLine'

interface WrittenNote { readonly field: string; readonly text: string }

export interface NotesInHand {
  readonly tools: NoteTools
  /** Blank ones do not count. */
  readonly written: readonly WrittenNote[]
  /** The last keystroke is not on disk. */
  readonly failure: StorageFailure | null
}

/** The notes being written on one form. Every keystroke goes to the disk, as in a form; the decision ends them there. */
export function useNotes(recordId: string): NotesInHand {
  const { notes, write, failure } = useUnsentNotes(recordId)
  const [editing, setEditing] = useState<string | null>(null)
  const tools: NoteTools = { notes, editing, edit: setEditing, write }
  const written = Object.entries(notes).map(([field, text]) => ({ field, text: text.trim() })).filter((note) => note.text !== '')
  return { tools, written, failure }
}
