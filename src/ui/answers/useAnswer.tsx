import { useState, type ReactNode } from 'react'
import type { AnswerValue } from '../../domain/forms/answers'
import type { Field } from '../../domain/forms/form'
import { fieldLabel } from '../../domain/forms/words'
import { maskedNumber } from '../../domain/identity/maskedNumber'
import { PhotoView } from '../photos/PhotoView'
import { useServices } from '../services'
import { answerTexts } from '../text/answers'
import { useLanguage } from '../text/language'
import { useText } from '../text/useText'
import { nameBehind } from './nameBehind'
import { secrecyOf } from './secrecy'
import { useAnswerWords } from './useAnswerWords'

export interface AnswerInput {
  readonly commune: string
  readonly fieldId: string
  readonly field: Field
  readonly value: AnswerValue | undefined
  /** Covers the value whatever it is: the record shows elsewhere what must not be read by chance (`isCovered`). */
  readonly covered?: boolean
}

/**
 * An answer as a person reads it: its words, `''` for none, and beside them what can be pressed, to see a photo or to uncover what is
 * covered. Numbers and confidential groups stay covered until asked for, again on leaving, and on paper.
 */
export function useAnswer({ commune, fieldId, field, value, covered = false }: AnswerInput): { readonly words: ReactNode; readonly control: ReactNode } {
  const t = useText(answerTexts)
  const { language } = useLanguage()
  const { ledger } = useServices()
  const wordsOf = useAnswerWords(fieldId, field)
  const [isShown, setShown] = useState(false)
  const label = fieldLabel(field, language)
  const words = nameBehind(ledger, commune, fieldId, value) ?? wordsOf(value)
  if (field.kind === 'photo' && typeof value === 'string') return { words, control: <PhotoView key={value} commune={commune} hash={value} label={label} /> }
  const secrecy = value === undefined ? null : covered ? 'whole' : secrecyOf(fieldId, field, value)
  if (secrecy === null) return { words, control: null }
  const mask = secrecy === 'number' && typeof value === 'string' ? maskedNumber(value) : t.secret
  return {
    words: isShown ? <span className="bare" data-mask={mask}><span className="no-print">{words}</span></span> : mask,
    control: (
      <button type="button" className="link sm no-print" onClick={() => setShown(!isShown)} aria-label={isShown ? t.concealOf(label) : t.revealOf(label)}>
        {isShown ? t.conceal : t.reveal}
      </button>
    ),
  }
}
