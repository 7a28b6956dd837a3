import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Draft, DraftFailure, StorageFailure } from '../../../storage/ledger'
import { useBeforeLock } from '../../beforeLock'
import { useChanging } from '../../parts/drawing/useChanging'
import { useRaise } from '../../parts/reading/useRaise'
import { photosReady } from '../../photos/underWay'
import { useServices } from '../../services'
import { isUntouched } from './isUntouched'
import { stamped } from '../filling/stamped'

export interface DraftSaver {
  readonly savedAt: string
  readonly failure: StorageFailure['kind'] | null
  /** Whether something typed has not reached the disk yet. Only subscribers hear of a change, so a keystroke draws nothing else. */
  readonly isSaving: () => boolean
  readonly subscribe: (listener: () => void) => () => void
  /** Writes the draft now. False = it could not be stored. The ledger keeps one write in flight and then writes the newest state. */
  readonly save: (change: Partial<Draft>) => Promise<boolean>
  readonly current: () => Draft
  /** Shows a failure met by other work, e.g. while sending. If the draft was changed in another tab, the form is read again. */
  readonly fail: (kind: DraftFailure['kind']) => void
}

/**
 * Saves every keystroke to the disk at once, and again before the page is hidden or the book locks. An untouched draft is not written,
 * and is removed on leaving.
 * @param begun how the draft looks untouched: the correction of the record as it begins, or the new draft as it began in this sitting. `null` = unknown.
 *   The same object as `first` if the draft begins now.
 * @param onElsewhere called when another tab has written or ended the draft; what was typed here is saved before
 */
export function useDraftSaver(first: Draft, begun: Draft | null, onElsewhere: () => void): DraftSaver {
  const { ledger, now } = useServices()
  const raise = useRaise()
  const draft = useRef(first)
  const [savedAt, showSaved] = useChanging(() => first.savedAt, sameMinute)
  const [failure, showFailure] = useChanging<DraftSaver['failure']>(() => null, Object.is)
  const [writes] = useState(writesInFlight)
  const isKept = useRef(first !== begun)
  const isLocked = useRef(false)

  const save = useCallback(async (change: Partial<Draft>): Promise<boolean> => {
    draft.current = stamped({ ...draft.current, ...change }, now())
    if (!isKept.current && isUntouched(draft.current, begun)) return true
    isKept.current = true
    const written = await writes.counted(ledger.saveDraft(draft.current))
    showFailure(written.ok ? null : written.error.kind)
    if (written.ok) showSaved(new Date(now()).toISOString())
    return written.ok
  }, [ledger, now, begun, writes, showSaved, showFailure])

  const current = useCallback(() => draft.current, [])
  const readAgain = useCallback(async (): Promise<void> => {
    if (await save({})) onElsewhere()
  }, [save, onElsewhere])
  const fail = useCallback((kind: DraftFailure['kind']): void => {
    if (kind === 'changedElsewhere') void readAgain()
    else showFailure(kind)
  }, [readAgain, showFailure])
  const leave = useCallback(async (): Promise<void> => {
    await photosReady(draft.current.id)
    if (isKept.current && !isLocked.current && isUntouched(draft.current, begun)) await ledger.leaveDraft(draft.current)
  }, [ledger, begun])
  // Not with the keystroke that makes it untouched: what was just removed, e.g. a photo, may still be taken back.
  useEffect(() => () => void leave(), [leave])
  useBeforeLock(async () => {
    await save({})
    // Whoever opens the book again is on the same page. A new record has nothing but this draft, so the draft must stay.
    if (begun?.seen === undefined) isLocked.current = true
    else await leave()
  })
  useEffect(() => {
    const flush = (): void => void save({})
    const turned = async (): Promise<void> => {
      if (document.visibilityState === 'hidden') return flush()
      const isShown = await ledger.isDraftShown(first.id)
      if (!isShown.ok) showFailure(isShown.error.kind)
      else if (!isShown.value) await readAgain()
    }
    const onTurned = (): void => void turned().catch(raise)
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', onTurned)
    return () => {
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', onTurned)
    }
  }, [save, readAgain, ledger, first.id, raise, showFailure])
  return useMemo(() => ({ savedAt, failure, save, current, fail, isSaving: writes.any, subscribe: writes.subscribe }), [savedAt, failure, save, current, fail, writes])
}

/** The screen shows times to the minute. */
const sameMinute = (before: string, next: string): boolean => before.slice(0, 16) === next.slice(0, 16)

function writesInFlight() {
  const listeners = new Set<() => void>()
  let count = 0
  const add = (change: 1 | -1): void => {
    const before = count > 0
    count += change
    if (before !== count > 0) for (const listener of listeners) listener()
  }
  return {
    any: () => count > 0,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async counted<T>(write: Promise<T>): Promise<T> {
      add(1)
      return write.finally(() => add(-1))
    },
  }
}
