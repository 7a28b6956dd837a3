import { useState } from 'react'
import type { Answers, AnswerValue } from '../../domain/forms/answers'
import { compareCard, type CardDifference, type CardField } from '../../domain/forms/cardAnswers'
import type { FormDefinition } from '../../domain/forms/form'
import { answerWords, fieldLabel } from '../../domain/forms/words'
import type { CardText } from '../../domain/identity/cardText'
import { differingPart } from '../../domain/identity/differingPart'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { RadioCards } from '../parts/RadioCards'
import { dateWords } from '../text/dateWords'
import { useLanguage } from '../text/language'
import { scanTexts } from '../text/scan'
import { useText } from '../text/useText'

interface CardResultProps {
  readonly card: CardText
  readonly form: FormDefinition
  readonly answers: Answers
  /** With what the card says in the fields chosen; nothing is replaced before. */
  readonly onUse: (chosen: Answers) => void
  readonly onAgain: () => void
}

/** A card beside what is recorded, field by field. The card is chosen beforehand, a person decides. */
export function CardResult({ card, form, answers, onUse, onAgain }: CardResultProps) {
  const t = useText(scanTexts)
  const { language } = useLanguage()
  const [kept, setKept] = useState<readonly CardField[]>([])
  const { same, differing } = compareCard(card, form, answers)
  const chosen = differing.filter(({ field }) => !kept.includes(field))
  const labelOf = (field: string): string => fieldLabel(form.fields[field]!, language, true)
  return (
    <div className="st4">
      <Box kind="ok" icon="check" title={differing.length === 0 ? t.allSame : t.readSame(same.length)}>
        {same.length > 0 && <p className="sm">{same.map(labelOf).join(', ')}.</p>}
        {card.issuedOn && !form.fields.idIssuedOn && <p className="sm">{t.issued(dateWords(card.issuedOn))}</p>}
      </Box>
      {differing.length > 0 && <h2>{t.differing(differing.length)}</h2>}
      {differing.map((difference) => (
        <Choice
          key={difference.field} form={form} difference={difference} isKept={kept.includes(difference.field)}
          onKeep={(isKept) => setKept((before) => [...before.filter((field) => field !== difference.field), ...(isKept ? [difference.field] : [])])}
        />
      ))}
      <p className="sm mut"><Icon name="info" small /> {t.care}</p>
      <div className="foot scan-f">
        <Button onClick={onAgain}>{t.again}</Button>
        <Button kind="pri" className="grow" onClick={() => onUse(Object.fromEntries(chosen.map((each) => [each.field, each.card])))}>{chosen.length > 0 ? t.use(chosen.length) : t.keep}</Button>
      </div>
    </div>
  )
}

interface ChoiceProps {
  readonly form: FormDefinition
  readonly difference: CardDifference
  readonly isKept: boolean
  readonly onKeep: (isKept: boolean) => void
}

function Choice({ form, difference: { field, recorded, card }, isKept, onKeep }: ChoiceProps) {
  const t = useText(scanTexts)
  const { language } = useLanguage()
  const definition = form.fields[field]
  if (!definition) return null
  const words = (value: AnswerValue): string => answerWords(definition, value, language)
  const before = recorded === undefined ? null : words(recorded)
  return (
    <RadioCards
      legend={fieldLabel(definition, language, true)} {...(field === 'permanentAddressRaw' && { hint: t.oldUnits })} value={isKept ? 'recorded' : 'card'}
      options={[
        { value: 'recorded', label: before === null ? t.nothing : <Beside text={before} other={words(card)} />, hint: t.recorded },
        { value: 'card', label: before === null ? <bdi>{words(card)}</bdi> : <Beside text={words(card)} other={before} />, hint: t.onCard },
      ]}
      onChange={(value) => onKeep(value === 'recorded')}
    />
  )
}

/** A value with what the other has otherwise underlined. */
function Beside({ text, other }: { readonly text: string; readonly other: string }) {
  const { before, part, after } = differingPart(text, other)
  return <bdi>{before}{part && <u className="dif">{part}</u>}{after}</bdi>
}
