import { useCallback, useMemo, useState } from 'react'
import type { Card } from '../../domain/records/card'
import { findTwins, newcomerOf } from '../../domain/records/findTwins'
import type { FormSession } from '../form/useFormSession'
import { useServices } from '../services'
import { useOthers } from './useOthers'

export interface Twins {
  /** People very like the one being added, about whom nobody has decided yet. */
  readonly open: readonly Card[]
  /** The one being looked at. */
  readonly looked: Card | null
  readonly look: () => void
  readonly close: () => void
  /** They are two people: not asked again in this draft. */
  readonly areTwo: (twin: Card) => void
}

/** Looks for the newcomer among the people of this device each time an answer was given. Only for somebody new. */
export function useTwins({ form, draft, saver, answers, identity }: FormSession): Twins {
  const { ledger } = useServices()
  const { others, add } = useOthers({ draft, saver })
  const [isLooking, setLooking] = useState(false)
  const isNew = form.kind === 'person' && draft.base === 0
  const alike = useMemo(() => {
    // While an answer is typed nothing is looked for: only when it stands.
    void identity
    return isNew ? findTwins(ledger.cards(), newcomerOf(answers(), draft.head.hamlet)).filter(({ id }) => id !== draft.id) : []
  }, [isNew, identity, ledger, answers, draft])
  const open = alike.filter(({ id }) => !others.includes(id))
  const areTwo = useCallback((twin: Card): void => {
    const next = add(twin.id)
    if (open.every(({ id }) => next.includes(id))) setLooking(false)
  }, [add, open])
  return { open, looked: isLooking ? (open[0] ?? null) : null, look: () => setLooking(true), close: () => setLooking(false), areTwo }
}
