import { useState } from 'react'
import type { Answers } from '../../../domain/forms/answers'
import type { Card } from '../../../domain/records/cards/card'
import { isDoorClosed } from '../../../domain/records/round/worklist'
import { vietnamDay } from '../../../domain/time'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { LinkButton } from '../../parts/LinkButton'
import { useServices } from '../../services'
import { shortDay } from '../../text/dateWords'
import { useLanguage } from '../../text/language'
import { useText } from '../../text/useText'
import { visitTexts } from '../../text/visit'
import { outcomeWords } from './outcomeWords'
import { VisitSheet } from './VisitSheet'

interface VisitCardProps {
  readonly household: Card
  /** Of the household; `null` = not read yet. */
  readonly answers: Answers | null
}

/** The outcome of the last visit at a door with what was noted for the next one, and a button to record today's. */
export function VisitCard({ household, answers }: VisitCardProps) {
  const t = useText(visitTexts)
  const { language } = useLanguage()
  const today = vietnamDay(useServices().now())
  const [isOpen, setOpen] = useState(false)
  const { visit, visitedOn, nextVisitOn } = household
  const note = answers?.visitNote
  return (
    <section className="pad st2 on-surface" aria-label={t.last}>
      <div className="fx sb">
        <div className="gr">
          {visit ? <p>{t.on(outcomeWords(visit, language), visitedOn ? shortDay(visitedOn, today) : '')}</p> : <p className="mut">{t.none}</p>}
          {typeof note === 'string' && <p>“{note}”</p>}
          {nextVisitOn && <p className="b">{t.again(shortDay(nextVisitOn, today))}</p>}
        </div>
        {!household.hasDraft && <Button icon="cal" onClick={() => setOpen(true)}>{t.record}</Button>}
      </div>
      {isDoorClosed(household) && <p className="sm mut">{t.closed}</p>}
      {household.hasDraft && <Box icon="pencil"><p>{t.inDraft}</p><LinkButton to={`/phieu/${household.id}`}>{t.openDraft}</LinkButton></Box>}
      {isOpen && <VisitSheet household={household} onClose={() => setOpen(false)} />}
    </section>
  )
}
