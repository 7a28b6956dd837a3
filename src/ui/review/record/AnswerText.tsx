import { useState, type ReactNode } from 'react'
import type { AnswerValue } from '../../../domain/forms/answers'
import type { Field } from '../../../domain/forms/form'
import { answerWords } from '../../../domain/forms/words'
import { maskedNumber } from '../../../domain/identity/maskedNumber'
import { useLanguage } from '../../text/language'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { useDirectory } from '../useDirectory'
import { usePlaceName } from './usePlaceName'
import { secrecyOf } from './secrecy'

const PLACES: readonly string[] = ['provinceCode', 'communeCode']

interface AnswerTextProps {
  readonly fieldId: string
  readonly field: Field
  readonly value: AnswerValue | undefined
  /** Covers the value whatever it is: the record shows elsewhere what must not be read by chance. */
  readonly covered?: boolean
}

/** An answer as a person reads it; numbers and confidential groups stay covered until asked for, and again on leaving. */
export function AnswerText({ fieldId, field, value, covered = false }: AnswerTextProps) {
  const t = useText(reviewTexts)
  const { language } = useLanguage()
  const [shown, setShown] = useState(false)
  const { people } = useDirectory()
  const place = usePlaceName(value, field.kind === 'commune' || PLACES.includes(fieldId))
  const name = place ?? (fieldId === 'collectorId' ? people.get(String(value)) : undefined)
  if (value === undefined) return <span className="mut">{t.record.unanswered}</span>
  const secrecy = covered ? 'whole' : secrecyOf(fieldId, field, value)
  const words = name ?? answerWords(field, value, language)
  if (secrecy === null) return <Lines words={words} />
  const mask = secrecy === 'number' && typeof value === 'string' ? maskedNumber(value) : t.record.secret
  return (
    <>
      <span className="num">{shown ? <Lines words={words} /> : mask}</span>{' '}
      <button type="button" className="link sm no-print" onClick={() => setShown(!shown)} aria-label={shown ? t.record.concealOf(field.label) : t.record.revealOf(field.label)}>
        {shown ? t.record.conceal : t.record.reveal}
      </button>
    </>
  )
}

function Lines({ words }: { readonly words: string }): ReactNode {
  return <span className="pre">{words}</span>
}
