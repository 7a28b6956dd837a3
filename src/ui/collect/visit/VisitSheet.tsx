import { useRef, useState } from 'react'
import { visitOutcomes, type VisitOutcome } from '../../../domain/forms/definitions/household/household2'
import { isPerson, type Card } from '../../../domain/records/cards/card'
import { isDoorClosed, isRepeated } from '../../../domain/records/round/worklist'
import { addDays, vietnamDay } from '../../../domain/time'
import { parseDateText } from '../../text/dateText'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { RadioCards } from '../../parts/fields/RadioCards'
import { Sheet } from '../../parts/frame/Sheet'
import { Tag } from '../../parts/Tag'
import { UnsentField } from '../../parts/fields/UnsentField'
import { useCards } from '../../parts/reading/useCards'
import { useUnsentNotes } from '../../parts/fields/useUnsentNotes'
import { useServices } from '../../services'
import { dateWords } from '../../text/dateWords'
import { useLanguage } from '../../text/language'
import { useText } from '../../text/useText'
import { visitTexts } from '../../text/visit'
import { outcomeWords } from './outcomeWords'
import { useRecordVisit } from './useRecordVisit'

const SOON_DAYS = 3
const WEEK_DAYS = 7
const FULL_DATE = /^\d{4}-\d\d-\d\d$/

/** Records today's visit in three presses: the outcome, the next day, save. */
export function VisitSheet({ household, onClose }: { readonly household: Card; readonly onClose: () => void }) {
  const t = useText(visitTexts)
  const { language } = useLanguage()
  const today = vietnamDay(useServices().now())
  const [outcome, setOutcome] = useState<VisitOutcome | null>(null)
  const [isWrong, setWrong] = useState(false)
  const nextBox = useRef<HTMLInputElement>(null)
  const unsent = useUnsentNotes(household.id)
  const { nextVisitOn: next = '', visitNote: note = '' } = unsent.notes
  const setNext = (text: string): void => unsent.write('nextVisitOn', text)
  const { record, trouble } = useRecordVisit(household, () => {
    setNext('')
    unsent.write('visitNote', '')
    onClose()
  })

  const isOver = outcome !== null && isDoorClosed({ visit: outcome })
  const left = useCards().filter((card) => isPerson(card) && card.household === household.id && !card.gone).length
  const isAgain = outcome !== null && isRepeated(outcome)
  const nextDay = parseDateText(next)
  const isNextRight = !isAgain || next.trim() === '' || (FULL_DATE.test(nextDay) && nextDay > today)
  const save = (): void => {
    if (outcome === null) return
    if (!isNextRight) {
      nextBox.current?.focus()
      return setWrong(true)
    }
    void record({ visitOutcome: outcome, visitedOn: today, ...(isAgain && next.trim() !== '' && { nextVisitOn: nextDay }), ...(note.trim() !== '' && { visitNote: note.trim() }) })
  }
  return (
    <Sheet title={t.title} onClose={onClose}>
      <div className="in-pad st4">
        <RadioCards legend={t.outcome} row options={visitOutcomes.map(({ code }) => ({ value: code, label: outcomeWords(code, language), hint: isDoorClosed({ visit: code }) && t.whole }))} value={outcome} onChange={setOutcome} />
        {isOver && left > 0 && <Box kind="warn" icon="alert" role="status"><p>{t.closes(left)}</p></Box>}
        {isAgain && (
          <div className="st2">
            <UnsentField inputRef={nextBox} at={unsent} field="nextVisitOn" label={t.next} hint={t.nextHint} {...(isWrong && !isNextRight && { error: t.badDay })} inputMode="numeric" autoComplete="off" />
            <UsualDays today={today} chosen={next} onChoose={setNext} />
          </div>
        )}
        {(outcome !== null || note !== '') && <UnsentField at={unsent} field="visitNote" label={t.note} hint={t.noteHint} optional maxLength={200} />}
        {trouble && <p className="f-e" role="alert">{trouble}</p>}
        <Button kind="pri" large wide off={outcome === null} onClick={save}>{outcome === null ? t.choose : t.save}</Button>
      </div>
    </Sheet>
  )
}

/** Days that are often agreed on, one press each. A second press clears the day. */
function UsualDays({ today, chosen, onChoose }: { readonly today: string; readonly chosen: string; readonly onChoose: (day: string) => void }) {
  const t = useText(visitTexts)
  return (
    <div className="fx">
      {[[t.tomorrow, 1], [t.inDays(SOON_DAYS), SOON_DAYS], [t.nextWeek, WEEK_DAYS]].map(([words, days]) => {
        const day = dateWords(addDays(today, Number(days)))
        return <Tag key={days} pressed={chosen === day} onClick={() => onChoose(chosen === day ? '' : day)}>{words}</Tag>
      })}
    </div>
  )
}
