import { useEffect, useState } from 'react'
import type { Newcomer } from '../../domain/records/cards/findTwins'
import type { TwinQuery, TwinsElsewhere } from '../../protocol/api'
import type { Draft } from '../../storage/ledger'
import type { FormSession } from '../form/filling/useFormSession'
import { useRaise } from '../parts/reading/useRaise'
import { useServices } from '../services'
import { useOthers } from './useOthers'
import type { Twins } from './useTwins'

export interface Elsewhere {
  /** Where somebody very alike lives, about whom nobody has decided yet; `null` = nowhere, or the server was not reached. */
  readonly places: TwinsElsewhere | null
  /** They are two people: not asked again while both are known by the same, in this form or another. */
  readonly areTwo: () => void
  /** Something else was decided: not asked again in this draft. */
  readonly decided: () => void
}

const FULL_DATE = 10

/**
 * Asks the server whether the newcomer, or whom a form is begun about, is also in a hamlet whose people are not on this device. Without
 * a line nothing is said here; the same number is then said when the record has arrived.
 */
export function useTwinsElsewhere({ draft, saver }: FormSession, { newcomer, isSought }: Twins): Elsewhere {
  const { remote, ledger } = useServices()
  const raise = useRaise()
  const [places, setPlaces] = useState<TwinsElsewhere | null>(null)
  const { others, add } = useOthers({ draft, saver })
  useEffect(() => {
    const query = isSought ? queryOf(newcomer) : null
    let live = true
    const ask = async (): Promise<TwinsElsewhere | null> => {
      const answer = query && (await remote.twinsElsewhere(draft.commune, query))
      const isOpen = answer?.ok && (await ledger.toldElsewhere(personOf(draft))) !== markOf(newcomer, answer.value)
      return isOpen ? answer.value : null
    }
    void ask().then((open) => { if (live) setPlaces(open) }).catch((failure: unknown) => live && raise(failure))
    return () => { live = false }
  }, [isSought, newcomer, remote, ledger, draft, raise])
  const key = places && keyOf(places)
  const isOpen = key !== null && key !== NOWHERE && !others.includes(key)
  const decided = (): void => void (key !== null && add(key))
  const areTwo = (): void => {
    if (places) void ledger.tellApartElsewhere(personOf(draft), markOf(newcomer, places))
    decided()
  }
  return { places: isOpen ? places : null, areTwo, decided }
}

/** Whom the form is about, or who is being added by it. */
const personOf = ({ id, head }: Draft): string => head.person ?? id

/** What was decided on: one answer about somebody known so. With another number or name, or elsewhere too, it may be another one. */
const markOf = (newcomer: Newcomer, places: TwinsElsewhere): string => JSON.stringify([queryOf(newcomer), keyOf(places)])

/** Kept with the draft beside the ids of people who were decided about. */
const keyOf = ({ hamlets, otherCommune }: TwinsElsewhere): string => [...hamlets, ...(otherCommune ? ['*'] : [])].join(', ')
const NOWHERE = ''

/** What is worth asking: a whole number, or a name with a birth date known to the day. */
function queryOf({ number, name, born }: Newcomer): TwinQuery | null {
  const isKnown = name.trim() !== '' && born?.length === FULL_DATE
  if (number === undefined && !isKnown) return null
  return { ...(number !== undefined && { number }), ...(isKnown && { name: name.trim(), born }) }
}
