import { useCallback, useRef, useState } from 'react'
import type { Ledger, StorageFailure, UnsentNotes } from '../../../storage/ledger'
import { useBeforeLock } from '../../beforeLock'
import { useServices } from '../../services'
import { useFollowing } from '../reading/useFollowing'

export interface NotesBeingWritten {
  readonly notes: UnsentNotes
  /** Stores the text. A blank text removes the note. */
  readonly write: (field: string, text: string) => void
  /** Whether the note was written earlier and not touched since. */
  readonly isOld: (field: string) => boolean
  /** Why the last keystroke is not on disk; `null` = it is. */
  readonly failure: StorageFailure | null
}

const none: UnsentNotes = {}

/** The unsent notes on one record. Every keystroke goes to the disk. Text typed here is shown over text read from the disk. */
export function useUnsentNotes(recordId: string): NotesBeingWritten {
  const { ledger } = useServices()
  // Read again at each change of the book: a refused decision gives its notes back, and another tab may write too.
  const kept = useFollowing(useCallback((book: Ledger) => book.findNotes(recordId), [recordId])) ?? none
  const [typed, setTyped] = useState<UnsentNotes>({})
  const [failure, setFailure] = useState<StorageFailure | null>(null)
  const saving = useRef<Promise<unknown>>(Promise.resolve())
  useBeforeLock(() => saving.current)
  const write = useCallback((field: string, text: string): void => {
    setTyped((before) => ({ ...before, [field]: text }))
    const saved = ledger.saveNotes(recordId, { [field]: text })
    saving.current = saved
    void saved.then((done) => setFailure(done.ok ? null : done.error))
  }, [ledger, recordId])
  return { notes: { ...kept, ...typed }, write, isOld: (field) => kept[field] !== undefined && typed[field] === undefined, failure }
}
