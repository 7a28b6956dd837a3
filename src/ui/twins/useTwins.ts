import { useCallback, useMemo, useState } from 'react'
import type { Card } from '../../domain/records/cards/card'
import { findTwins, newcomerOf, type Newcomer } from '../../domain/records/cards/findTwins'
import { isReviewed } from '../../domain/records/record'
import type { Draft, Ledger } from '../../storage/ledger'
import type { FormSession } from '../form/filling/useFormSession'
import { MERGE } from '../requests/othersFor'
import { useServices } from '../services'
import { useOthers } from './useOthers'

export interface Twins {
  /** The person being added, or the person the form is about. */
  readonly newcomer: Newcomer
  /** Whether twins are looked for at all, here or elsewhere. */
  readonly isSought: boolean
  /** Twins on this device about whom nobody has decided yet. */
  readonly open: readonly Card[]
  /** The twin shown in the sheet; `null` = the sheet is closed. */
  readonly looked: Card | null
  readonly look: () => void
  readonly close: () => void
  /** Says that they are two people. Not asked again, in this form or another. */
  readonly areTwo: (twin: Card) => void
  /** Says that something else was decided about this twin. Not asked again in this form. */
  readonly decided: (twin: Card) => void
}

/**
 * Looks for twins among the people of this device: of a newcomer each time the name, birth or a number is answered, of the person a new form
 * is about before the first question. In corrections it looks for nothing.
 */
export function useTwins({ form, draft, saver, answers, identity }: FormSession): Twins {
  const { ledger } = useServices()
  const { others, add } = useOthers({ draft, saver })
  const isAbout = isReviewed(form.kind)
  const [isLooking, setLooking] = useState(isAbout && draft.place === undefined)
  const { newcomer, isSought, alike } = useMemo(() => {
    // `identity` changes when the name, birth or a number is answered, not at every keystroke.
    void identity
    if (isAbout) {
      const known = knownOf(ledger, draft)
      const isOpen = isOpenQuestion(ledger, draft)
      return { newcomer: known, isSought: isOpen, alike: isOpen ? twinsOfKnown(ledger, draft, known) : [] }
    }
    const added = newcomerOf(answers(), draft.head.hamlet)
    const isNew = form.kind === 'person' && draft.base === 0
    return { newcomer: added, isSought: isNew, alike: isNew ? findTwins(ledger.cards(), added).filter(({ id }) => id !== draft.id) : [] }
  }, [form, isAbout, identity, ledger, answers, draft])
  const open = alike.filter(({ id }) => !others.includes(id))
  const decided = useCallback((twin: Card): void => {
    const next = add(twin.id)
    if (open.every(({ id }) => next.includes(id))) setLooking(false)
  }, [add, open])
  const areTwo = useCallback((twin: Card): void => {
    void ledger.tellApart(draft.head.person ?? draft.id, twin.id)
    decided(twin)
  }, [ledger, draft, decided])
  return { newcomer, isSought, open, looked: isLooking ? (open[0] ?? null) : null, look: () => setLooking(true), close: () => setLooking(false), areTwo, decided }
}

function knownOf(ledger: Ledger, { head }: Draft): Newcomer {
  const { number, oldNumber, name, born } = ledger.card(head.person ?? '') ?? {}
  return newcomerOf({ personalId: number, oldId9: oldNumber, fullName: name, born }, head.hamlet)
}

/** Whether to look for twins of a recorded person: in a new form, if the server knows the person and no request about them is open. */
function isOpenQuestion(ledger: Ledger, { base, head }: Draft): boolean {
  const person = ledger.card(head.person ?? '')
  return base === 0 && person !== undefined && person.version > 0 && person.asked === undefined
}

function twinsOfKnown(ledger: Ledger, { head: { person } }: Draft, known: Newcomer): readonly Card[] {
  const isAsked = (twin: Card): boolean => twin.asked === MERGE && twin.askedTo === person
  return findTwins(ledger.cards(), known).filter((twin) => twin.id !== person && twin.version > 0 && !isAsked(twin))
}
