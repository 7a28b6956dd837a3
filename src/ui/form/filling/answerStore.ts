import { useCallback, useSyncExternalStore } from 'react'
import type { Answers, AnswerValue } from '../../../domain/forms/answers'

/** The answers in the boxes of one form. A listener hears only of the fields it follows, so a keystroke draws one question and not the page. */
export interface AnswerStore {
  /** The same object until an answer changes. */
  readonly all: () => Answers
  /** `undefined` empties the answer. */
  readonly set: (field: string, value: AnswerValue | undefined) => void
  readonly subscribe: (fields: readonly string[], listener: () => void) => () => void
}

export function createAnswers(first: Answers): AnswerStore {
  let answers = first
  const listeners = new Map<string, Set<() => void>>()
  const listenersOf = (field: string): Set<() => void> => {
    const known = listeners.get(field) ?? new Set()
    listeners.set(field, known)
    return known
  }
  return {
    all: () => answers,
    set(field, value) {
      const { [field]: _, ...others } = answers
      answers = value === undefined ? others : { ...others, [field]: value }
      for (const listener of listeners.get(field) ?? []) listener()
    },
    subscribe(fields, listener) {
      for (const field of fields) listenersOf(field).add(listener)
      return () => {
        for (const field of fields) listenersOf(field).delete(listener)
      }
    },
  }
}

/** One answer. Draws again when it changes. */
export function useAnswer(store: AnswerStore, field: string): AnswerValue | undefined {
  const subscribe = useCallback((listener: () => void) => store.subscribe([field], listener), [store, field])
  return useSyncExternalStore(subscribe, () => store.all()[field])
}

/** All answers. Draws again when one of `fields` changes; pass the same array each time. */
export function useAnswersAt(store: AnswerStore, fields: readonly string[]): Answers {
  const subscribe = useCallback((listener: () => void) => store.subscribe(fields, listener), [store, fields])
  return useSyncExternalStore(subscribe, store.all)
}
