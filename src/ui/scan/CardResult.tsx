import { useState } from 'react'
import type { Answers } from '../../domain/forms/answers'
import { compareCard, isAnothersCard, type CardField } from '../../domain/forms/offering/cardAnswers'
import type { FormDefinition } from '../../domain/forms/form'
import { fieldLabel } from '../../domain/forms/wording/words'
import type { CardText } from '../../domain/identity/cardText'
import { OfferedChoices } from '../form/question/OfferedChoices'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { dateWords } from '../text/dateWords'
import { useLanguage } from '../text/language'
import { scanTexts } from '../text/scan'
import { useText } from '../text/useText'

interface CardResultProps {
  readonly card: CardText
  readonly form: FormDefinition
  readonly answers: Answers
  /** Called with the values of the identity card in the chosen fields. Nothing is replaced before. */
  readonly onUse: (chosen: Answers) => void
  readonly onAgain: () => void
}

/**
 * An identity card beside the recorded answers, field by field. The card's values are preselected, unless the card is probably somebody else's; a person
 * decides.
 */
export function CardResult({ card, form, answers, onUse, onAgain }: CardResultProps) {
  const t = useText(scanTexts)
  const { language } = useLanguage()
  const { same, differing } = compareCard(card, form, answers)
  const isAnothers = isAnothersCard(card, answers)
  const [kept, setKept] = useState<readonly CardField[]>(isAnothers ? differing.map(({ field }) => field) : [])
  const chosen = differing.filter(({ field }) => !kept.includes(field))
  const labelOf = (field: string): string => fieldLabel(form.fields[field]!, language, true)
  return (
    <div className="st4">
      {isAnothers && <Box kind="warn" icon="alert" role="alert" title={t.anothers}><p>{t.anothersHelp(String(answers.fullName ?? ''))}</p></Box>}
      <Box {...(isAnothers ? { icon: 'info' } : { kind: 'ok', icon: 'check' })} title={differing.length === 0 ? t.allSame : t.readSame(same.length)}>
        <p>{t.holder(card.fullName, card.born && dateWords(card.born))}</p>
        {same.length > 0 && <p className="sm">{same.map(labelOf).join(', ')}.</p>}
        {card.issuedOn && !form.fields.idIssuedOn && <p className="sm">{t.issued(dateWords(card.issuedOn))}</p>}
      </Box>
      {differing.length > 0 && <h2>{t.differing(differing.length)}</h2>}
      <OfferedChoices form={form} differing={differing} kept={kept} onKept={setKept} from={t.onCard} hints={{ permanentAddressRaw: t.oldUnits }} />
      <p className="sm mut"><Icon name="info" small /> {t.care}</p>
      <div className="foot scan-f">
        <Button onClick={onAgain}>{t.again}</Button>
        <Button kind="pri" className="grow" onClick={() => onUse(Object.fromEntries(chosen.map((each) => [each.field, each.offered])))}>{chosen.length > 0 ? t.use(chosen.length) : t.keep}</Button>
      </div>
    </div>
  )
}
