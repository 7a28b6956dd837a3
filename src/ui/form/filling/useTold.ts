import { useCallback, useRef, useState } from 'react'
import { sameAnswer, type AnswerValue } from '../../../domain/forms/answers'
import type { Group } from '../../../domain/forms/form'
import type { DraftSaver } from '../draft/useDraftSaver'

export type Told = Readonly<Record<string, 'offered' | 'confirmed'>>

export interface ToldAnswers {
  readonly told: Told
  /** Marks what is offered in this group as confirmed: the person asked has said it is right. */
  readonly confirm: (group: Group) => void
  /** Marks answers that nobody gave in the form as offered. */
  readonly offer: (fields: readonly string[]) => void
  readonly isOffered: (field: string) => boolean
  /** Call this when an answer was written. An answer that differs from the offered one loses its mark, and gets it back when it is the same again. */
  readonly changed: (field: string, value: AnswerValue | undefined) => void
}

/** Which answers the register told or follow from others, and whether the person asked has confirmed them. Kept in the draft. */
export function useTold(saver: DraftSaver): ToldAnswers {
  const [told, setTold] = useState<Told>(() => saver.current().told ?? {})
  const latest = useRef(told)
  // For marked fields, the answers they were offered with. An answer changed in an earlier sitting has no mark any longer.
  const words = useRef(saver.current().answers)
  /** The marks of answers that were changed in this sitting. */
  const lost = useRef<Told>({})
  const write = useCallback((next: Told): void => {
    latest.current = next
    setTold(next)
    void saver.save({ told: next })
  }, [saver])
  const changed = useCallback((field: string, value: AnswerValue | undefined): void => {
    const { [field]: mark, ...others } = latest.current
    const before = lost.current[field]
    const isTold = (): boolean => sameAnswer(value, words.current[field])
    if (mark && !isTold()) {
      lost.current = { ...lost.current, [field]: mark }
      write(others)
    } else if (!mark && before && isTold()) write({ ...others, [field]: before })
  }, [write])
  const offer = useCallback((fields: readonly string[]): void => {
    if (fields.length === 0) return
    const { answers } = saver.current()
    words.current = { ...words.current, ...Object.fromEntries(fields.map((field) => [field, answers[field]])) }
    write({ ...latest.current, ...Object.fromEntries(fields.map((field) => [field, 'offered' as const])) })
  }, [saver, write])
  const isOffered = useCallback((field: string): boolean => latest.current[field] === 'offered', [])
  const confirm = useCallback(({ fields }: Group): void => {
    const offered = fields.filter((field) => latest.current[field] === 'offered')
    if (offered.length > 0) write({ ...latest.current, ...Object.fromEntries(offered.map((field) => [field, 'confirmed' as const])) })
  }, [write])
  return { told, confirm, offer, isOffered, changed }
}

/** The fields of a group that still wait to be confirmed. Answers that are no longer asked do not count. */
export function offeredIn(told: Told, asked: ReadonlySet<string>, { fields }: Group): readonly string[] {
  return fields.filter((field) => told[field] === 'offered' && asked.has(field))
}
