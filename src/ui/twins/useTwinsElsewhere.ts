import { useEffect, useState } from 'react'
import type { Newcomer } from '../../domain/records/findTwins'
import type { TwinQuery, TwinsElsewhere } from '../../protocol/api'
import type { FormSession } from '../form/useFormSession'
import { useServices } from '../services'
import { useOthers } from './useOthers'
import type { Twins } from './useTwins'

export interface Elsewhere {
  /** Where somebody very alike lives, about whom nobody has decided yet; `null` = nowhere, or the server was not reached. */
  readonly places: TwinsElsewhere | null
  /** Somebody said whether they are one or two: not asked again in this draft. */
  readonly decided: () => void
}

const FULL_DATE = 10

/**
 * Asks the server whether the newcomer, or whom a form is begun about, is also in a hamlet whose people are not on this device. Without
 * a line nothing is said here; the same number is then said when the record has arrived.
 */
export function useTwinsElsewhere({ draft, saver }: FormSession, { newcomer, isSought }: Twins): Elsewhere {
  const { remote } = useServices()
  const [places, setPlaces] = useState<TwinsElsewhere | null>(null)
  const { others, add } = useOthers({ draft, saver })
  useEffect(() => {
    const query = isSought ? queryOf(newcomer) : null
    let live = true
    const asked = query ? remote.twinsElsewhere(draft.commune, query) : Promise.resolve(null)
    void asked.then((answer) => { if (live) setPlaces(answer?.ok ? answer.value : null) })
    return () => { live = false }
  }, [isSought, newcomer, remote, draft])
  const key = places && keyOf(places)
  const isOpen = key !== null && key !== NOWHERE && !others.includes(key)
  return { places: isOpen ? places : null, decided: () => void (key !== null && add(key)) }
}

/** Kept with the draft beside the ids of people who were decided about. */
const keyOf = ({ hamlets, otherCommune }: TwinsElsewhere): string => [...hamlets, ...(otherCommune ? ['*'] : [])].join(', ')
const NOWHERE = ''

/** What is worth asking: a whole number, or a name with a birth date known to the day. */
function queryOf({ number, name, born }: Newcomer): TwinQuery | null {
  const isKnown = name.trim() !== '' && born?.length === FULL_DATE
  if (number === undefined && !isKnown) return null
  return { ...(number !== undefined && { number }), ...(isKnown && { name: name.trim(), born }) }
}
