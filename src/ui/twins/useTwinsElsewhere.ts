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
  /** Where twins live about whom nobody has decided yet; `null` = nowhere, or the server was not reached. */
  readonly places: TwinsElsewhere | null
  /** Says that they are two people. Not asked again, in this form or another, while the number, name and places stay the same. */
  readonly areTwo: () => void
  /** Says that something else was decided. Not asked again in this draft. */
  readonly decided: () => void
}

const FULL_DATE = 10

/**
 * Asks the server whether the newcomer, or the person a new form is about, is also recorded in a hamlet whose people are not on this device.
 * Offline it tells nothing; the server then warns of an equal personal number once the record has arrived (S47).
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

/** Id of the person the form is about, or of the person it adds. */
const personOf = ({ id, head }: Draft): string => head.person ?? id

/** Identifies what was decided on: the question and the places answered. With another number, name or place it may be about somebody else. */
const markOf = (newcomer: Newcomer, places: TwinsElsewhere): string => JSON.stringify([queryOf(newcomer), keyOf(places)])

/** Key of these places, kept in the draft's list beside the ids of people. */
const keyOf = ({ hamlets, otherCommune }: TwinsElsewhere): string => [...hamlets, ...(otherCommune ? ['*'] : [])].join(', ')
const NOWHERE = ''

/** The question to the server: a whole number, or a name with a full birth date, or both. `null` = neither is known. */
function queryOf({ number, name, born }: Newcomer): TwinQuery | null {
  const isKnown = name.trim() !== '' && born?.length === FULL_DATE
  if (number === undefined && !isKnown) return null
  return { ...(number !== undefined && { number }), ...(isKnown && { name: name.trim(), born }) }
}
