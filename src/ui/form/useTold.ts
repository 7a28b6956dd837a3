import { useCallback, useRef, useState } from 'react'
import type { Group } from '../../domain/forms/form'
import type { DraftSaver } from './useDraftSaver'

export type Told = Readonly<Record<string, 'offered' | 'confirmed'>>

export interface ToldAnswers {
  readonly told: Told
  /** The person asked has said that what is offered in this group is right. */
  readonly confirm: (group: Group) => void
  /** An answer was changed: it is the author's own from here on. */
  readonly changed: (field: string) => void
}

/** Which answers the register told, and whether the person asked has confirmed them; kept in the draft. */
export function useTold(saver: DraftSaver): ToldAnswers {
  const [told, setTold] = useState<Told>(() => saver.current().told ?? {})
  const latest = useRef(told)
  const write = useCallback((next: Told): void => {
    latest.current = next
    setTold(next)
    void saver.save({ told: next })
  }, [saver])
  const changed = useCallback((field: string): void => {
    if (!(field in latest.current)) return
    write(Object.fromEntries(Object.entries(latest.current).filter(([other]) => other !== field)))
  }, [write])
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
