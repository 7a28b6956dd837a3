import { useCallback, useEffect, useRef, useState } from 'react'
import type { StorageFailure, UnsentNotes } from '../../../storage/ledger'
import { useBeforeLock } from '../../beforeLock'
import { useServices } from '../../services'
import { useRaise } from '../reading/useRaise'

export interface NotesBeingWritten {
  readonly notes: UnsentNotes
  /** A blank text takes a note away. */
  readonly write: (field: string, text: string) => void
  /** Written earlier and not touched since. */
  readonly isOld: (field: string) => boolean
  /** The last keystroke is not on disk. */
  readonly failure: StorageFailure | null
}

/** The notes being written on one record. Every keystroke goes to the disk; what was typed here lies over what the disk brings. */
export function useUnsentNotes(recordId: string): NotesBeingWritten {
  const { ledger } = useServices()
  const raise = useRaise()
  const [kept, setKept] = useState<UnsentNotes>({})
  const [typed, setTyped] = useState<UnsentNotes>({})
  const [failure, setFailure] = useState<StorageFailure | null>(null)
  const saving = useRef<Promise<unknown>>(Promise.resolve())
  useEffect(() => {
    let isLeft = false
    void ledger.findNotes(recordId).then((found) => {
      if (!isLeft) setKept(found)
    }).catch(raise)
    return () => {
      isLeft = true
    }
  }, [ledger, recordId, raise])
  useBeforeLock(() => saving.current)
  const write = useCallback((field: string, text: string): void => {
    setTyped((before) => ({ ...before, [field]: text }))
    const saved = ledger.saveNotes(recordId, { [field]: text })
    saving.current = saved
    void saved.then((done) => setFailure(done.ok ? null : done.error))
  }, [ledger, recordId])
  return { notes: { ...kept, ...typed }, write, isOld: (field) => kept[field] !== undefined && typed[field] === undefined, failure }
}
