import { useCallback, useRef, useState } from 'react'
import { sameAnswer, type AnswerValue } from '../../domain/forms/answers'
import type { Group } from '../../domain/forms/form'
import type { DraftSaver } from './useDraftSaver'

export type Told = Readonly<Record<string, 'offered' | 'confirmed'>>

export interface ToldAnswers {
  readonly told: Told
  /** The person asked has said that what is offered in this group is right. */
  readonly confirm: (group: Group) => void
  /** An answer was written: another than the register's is the author's own, and the register's again when the change is taken back. */
  readonly changed: (field: string, value: AnswerValue | undefined) => void
}

/** Which answers the register told, and whether the person asked has confirmed them; kept in the draft. */
export function useTold(saver: DraftSaver): ToldAnswers {
  const [told, setTold] = useState<Told>(() => saver.current().told ?? {})
  const latest = useRef(told)
  // Of what is marked, these are the register's words: an answer changed in an earlier sitting has no mark any more.
  const [first] = useState(() => saver.current().answers)
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
    const isTold = (): boolean => sameAnswer(value, first[field])
    if (mark && !isTold()) {
      lost.current = { ...lost.current, [field]: mark }
      write(others)
    } else if (!mark && before && isTold()) write({ ...others, [field]: before })
  }, [first, write])
  const confirm = useCallback(({ fields }: Group): void => {
    const offered = fields.filter((field) => latest.current[field] === 'offered')
    if (offered.length > 0) write({ ...latest.current, ...Object.fromEntries(offered.map((field) => [field, 'confirmed' as const])) })
  }, [write])
  return { told, confirm, changed }
}

/** Of a group, what still waits to be confirmed; answers that are not asked any more are nobody's concern. */
export function offeredIn(told: Told, asked: ReadonlySet<string>, { fields }: Group): readonly string[] {
  return fields.filter((field) => told[field] === 'offered' && asked.has(field))
}
