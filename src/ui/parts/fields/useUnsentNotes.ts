import { useCallback, useEffect, useState } from 'react'
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
  /** Why something written on the record is not on disk; `null` = all of it is. */
  readonly failure: StorageFailure | null
}

const none: UnsentNotes = {}

/**
 * The unsent notes on one record. Every keystroke goes to the disk. What the disk did not take is written again with the next key, when the page is hidden
 * or comes back, and before the book locks. Text typed here is shown over text read from the disk.
 */
export function useUnsentNotes(recordId: string): NotesBeingWritten {
  const { ledger } = useServices()
  // Read again at each change of the book: a refused decision gives its notes back, and another tab may write too.
  const kept = useFollowing(useCallback((book: Ledger) => book.findNotes(recordId), [recordId])) ?? none
  const [typed, setTyped] = useState<UnsentNotes>({})
  const [failure, setFailure] = useState<StorageFailure | null>(null)
  const save = useCallback(async (change: UnsentNotes): Promise<void> => {
    const saved = await ledger.saveNotes(recordId, change)
    setFailure(saved.ok ? null : saved.error)
  }, [ledger, recordId])
  useBeforeLock(() => save(none))
  useEffect(() => {
    const flush = (): void => void save(none)
    flush()
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
    }
  }, [save])
  const write = useCallback((field: string, text: string): void => {
    setTyped((before) => ({ ...before, [field]: text }))
    void save({ [field]: text })
  }, [save])
  return { notes: { ...kept, ...typed }, write, isOld: (field) => kept[field] !== undefined && typed[field] === undefined, failure }
}
