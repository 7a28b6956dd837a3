import { useCallback, useRef, useState } from 'react'
import { sameAnswer, type AnswerValue } from '../../../domain/forms/answers'
import type { Group } from '../../../domain/forms/form'
import type { DraftSaver } from '../draft/useDraftSaver'

export type Told = Readonly<Record<string, 'offered' | 'confirmed'>>

export interface ToldAnswers {
  readonly told: Told
  /** The person asked has said that what is offered in this group is right. */
  readonly confirm: (group: Group) => void
  /** Answers that were not given but follow from others. */
  readonly offer: (fields: readonly string[]) => void
  readonly isOffered: (field: string) => boolean
  /** An answer was written: another than was told is the author's own, and told again when the change is taken back. */
  readonly changed: (field: string, value: AnswerValue | undefined) => void
}

/** Which answers the register told or follow from others, and whether the person asked has confirmed them; kept in the draft. */
export function useTold(saver: DraftSaver): ToldAnswers {
  const [told, setTold] = useState<Told>(() => saver.current().told ?? {})
  const latest = useRef(told)
  // Of what is marked, these are the words it was told in: an answer changed in an earlier sitting has no mark any more.
  const words = useRef(saver.current().answers)
  /** Marks of what was changed in this sitting. */
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

/** Of a group, what still waits to be confirmed; answers that are not asked any more are nobody's concern. */
export function offeredIn(told: Told, asked: ReadonlySet<string>, { fields }: Group): readonly string[] {
  return fields.filter((field) => told[field] === 'offered' && asked.has(field))
}
