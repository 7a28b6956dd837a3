import { useState } from 'react'
import type { Card } from '../../../domain/records/cards/card'
import { isInVietNam, locationText, type HouseLocation } from '../../../domain/forms/subjects/houseLocation'
import { vietnamDay } from '../../../domain/time'
import { useOutside } from '../../outside'
import { Button } from '../../parts/Button'
import { Icon } from '../../parts/Icon'
import { Sheet } from '../../parts/frame/Sheet'
import type { LocationFailure } from '../../platform'
import { useServices } from '../../services'
import { locationTexts } from '../../text/location'
import { useNumberWords } from '../../text/useNumberWords'
import { useText } from '../../text/useText'
import { useRecordHere } from '../answers/useRecordHere'

/** With a larger error the place may be the neighbour's house. */
const COARSE_M = 50

type Reading =
  | { readonly at: 'start' | 'measuring' }
  | { readonly at: 'failed'; readonly why: LocationFailure | 'abroad' }
  | { readonly at: 'found'; readonly place: HouseLocation }

interface LocationSheetProps {
  readonly household: Card
  /** Whether a place is recorded already. */
  readonly isKnown: boolean
  /** Whether the survey asks for the place. If not, it can only be removed. */
  readonly isWanted: boolean
  readonly onClose: () => void
}

/** Measures where the officer stands, shows how large the error may be, and records the place when the officer says so. */
export function LocationSheet({ household, isKnown, isWanted, onClose }: LocationSheetProps) {
  const t = useText(locationTexts)
  const numberWords = useNumberWords()
  const { now } = useServices()
  const { platform } = useOutside()
  const { record, trouble } = useRecordHere(household, onClose)
  const [reading, setReading] = useState<Reading>({ at: 'start' })

  const measure = async (): Promise<void> => {
    setReading({ at: 'measuring' })
    const found = await platform.locate()
    if (!found.ok) setReading({ at: 'failed', why: found.error })
    else setReading(isInVietNam(found.value) ? { at: 'found', place: found.value } : { at: 'failed', why: 'abroad' })
  }
  const save = (place: HouseLocation) => record({ location: locationText(place), locatedOn: vietnamDay(now()) }, t.saved)
  const remove = () => record({ location: undefined, locatedOn: undefined }, t.removed)
  const isFound = reading.at === 'found'
  return (
    <Sheet title={t.title} onClose={onClose}>
      <div className="in-pad st4">
        {isWanted && <p>{t.why}</p>}
        <div role="status">
          {reading.at === 'measuring' && <p>{t.measuring}</p>}
          {reading.at === 'failed' && <p className="chk m err"><Icon name="alert" small /><span>{t.trouble[reading.why]}</span></p>}
          {isFound && <p className="b">{t.found(numberWords(Math.round(reading.place.errorM)))}</p>}
          {isFound && reading.place.errorM > COARSE_M && <p className="chk m warn"><Icon name="alert" small /><span>{t.coarse}</span></p>}
        </div>
        {trouble && <p className="f-e" role="alert">{trouble}</p>}
        {isFound && <Button kind="pri" large wide onClick={() => void save(reading.place)}>{t.save}</Button>}
        {isWanted && <Button {...(!isFound && { kind: 'pri' as const, large: true })} wide busy={reading.at === 'measuring'} onClick={() => void measure()}>{reading.at === 'start' ? t.measure : t.measureAgain}</Button>}
        {isKnown && <Button kind="quiet" wide onClick={() => void remove()}>{t.remove}</Button>}
      </div>
    </Sheet>
  )
}
