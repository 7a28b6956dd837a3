import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Draft, StorageFailure } from '../../storage/ledger'
import { useBeforeLock } from '../beforeLock'
import { useServices } from '../services'

export interface DraftSaver {
  readonly savedAt: string
  readonly failure: StorageFailure['kind'] | null
  /** Writes the draft now; the ledger keeps one write in flight and the newest state next. */
  readonly save: (change: Partial<Draft>) => Promise<boolean>
  readonly current: () => Draft
  /** Shows a failure met elsewhere, e.g. while sending. */
  readonly fail: (kind: StorageFailure['kind']) => void
}

/** Every keystroke goes to the disk at once; leaving, hiding or locking waits for it. */
export function useDraftSaver(first: Draft): DraftSaver {
  const { ledger, now } = useServices()
  const draft = useRef(first)
  const [savedAt, setSavedAt] = useState(first.savedAt)
  const [failure, setFailure] = useState<StorageFailure['kind'] | null>(null)

  const save = useCallback(async (change: Partial<Draft>): Promise<boolean> => {
    draft.current = { ...draft.current, ...change, savedAt: new Date(now()).toISOString() }
    const written = await ledger.saveDraft(draft.current)
    setFailure(written.ok ? null : written.error.kind)
    // Same minute, same words: no need to draw again.
    if (written.ok) setSavedAt((before) => (before.slice(0, 16) === written.value.savedAt.slice(0, 16) ? before : written.value.savedAt))
    return written.ok
  }, [ledger, now])

  const current = useCallback(() => draft.current, [])
  useBeforeLock(() => save({}))
  useEffect(() => {
    const flush = (): void => void save({})
    const hidden = (): void => { if (document.visibilityState === 'hidden') flush() }
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', hidden)
    }
  }, [save])
  return useMemo(() => ({ savedAt, failure, save, current, fail: setFailure }), [savedAt, failure, save, current])
}
