import { useState } from 'react'
import type { Answers } from '../../../domain/forms/answers'
import type { Card } from '../../../domain/records/cards/card'
import { readLocation } from '../../../domain/forms/subjects/houseLocation'
import { vietnamDay } from '../../../domain/time'
import { Button } from '../../parts/Button'
import { isLocated } from '../../parts/reading/surveyOn'
import { useServices } from '../../services'
import { shortDay } from '../../text/dateWords'
import { locationTexts } from '../../text/location'
import { useNumberWords } from '../../text/useNumberWords'
import { useText } from '../../text/useText'
import { LocationSheet } from './LocationSheet'

/**
 * The place of the house. Shown if the survey asks for it, or if a place is recorded.
 * @param answers of the household; `null` while they are read
 */
export function LocationCard({ household, answers }: { readonly household: Card; readonly answers: Answers | null }) {
  const t = useText(locationTexts)
  const numberWords = useNumberWords()
  const { ledger, now } = useServices()
  const [isOpen, setOpen] = useState(false)
  const today = vietnamDay(now())
  const isWanted = isLocated(ledger, household.commune, today)
  const { location, locatedOn } = answers ?? {}
  const place = typeof location === 'string' ? readLocation(location) : null
  if (!answers || (!isWanted && !place)) return null
  return (
    <section className="pad fx sb on-surface" aria-label={t.title}>
      <p className={place ? 'gr' : 'gr mut'}>{place ? t.recorded(typeof locatedOn === 'string' ? shortDay(locatedOn, today) : '', numberWords(place.errorM)) : t.none}</p>
      {!household.hasDraft && <Button icon="pin" onClick={() => setOpen(true)}>{!place ? t.record : isWanted ? t.again : t.remove}</Button>}
      {isOpen && <LocationSheet household={household} isKnown={place !== null} isWanted={isWanted} onClose={() => setOpen(false)} />}
    </section>
  )
}
