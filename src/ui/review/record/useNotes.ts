import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReviewNotes, StorageFailure } from '../../../storage/ledger'
import { useBeforeLock } from '../../beforeLock'
import { useServices } from '../../services'
import type { NoteTools } from './AnswerLine'

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
  const { notes, write, failure } = useKeptNotes(recordId)
  const [editing, setEditing] = useState<string | null>(null)
  const tools: NoteTools = { notes, editing, edit: setEditing, write }
  const written = Object.entries(notes).map(([field, text]) => ({ field, text: text.trim() })).filter((note) => note.text !== '')
  return { tools, written, failure }
}

/** What was typed here lies over what the disk brings. */
function useKeptNotes(recordId: string) {
  const { ledger } = useServices()
  const [kept, setKept] = useState<ReviewNotes>({})
  const [typed, setTyped] = useState<ReviewNotes>({})
  const [failure, setFailure] = useState<StorageFailure | null>(null)
  const saving = useRef<Promise<unknown>>(Promise.resolve())
  useEffect(() => {
    let isLeft = false
    void ledger.findNotes(recordId).then((found) => {
      if (!isLeft) setKept(found)
    })
    return () => {
      isLeft = true
    }
  }, [ledger, recordId])
  useBeforeLock(() => saving.current)
  const write = useCallback((field: string, text: string): void => {
    setTyped((before) => ({ ...before, [field]: text }))
    const saved = ledger.saveNotes(recordId, { [field]: text })
    saving.current = saved
    void saved.then((done) => setFailure(done.ok ? null : done.error))
  }, [ledger, recordId])
  return { notes: { ...kept, ...typed }, write, failure }
}
