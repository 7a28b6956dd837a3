import { useState, type ReactNode } from 'react'
import type { AnswerValue } from '../../domain/forms/answers'
import type { Field } from '../../domain/forms/form'
import { fieldLabel } from '../../domain/forms/wording/words'
import { mayReadHivGroups } from '../../domain/access'
import { maskedNumber } from '../../domain/identity/maskedNumber'
import { PhotoView } from '../photos/PhotoView'
import { useServices } from '../services'
import { answerTexts } from '../text/answers'
import { useLanguage } from '../text/language'
import { useText } from '../text/useText'
import { nameBehind } from './nameBehind'
import { secrecyOf } from './secrecy'
import { useAnswerWords } from './useAnswerWords'

export interface QuestionInput {
  readonly commune: string
  readonly fieldId: string
  readonly field: Field
  /** Covers any value: the record shows elsewhere what must not be read by chance (`isCovered`). */
  readonly covered?: boolean
}

export interface AnswerInput extends QuestionInput {
  readonly value: AnswerValue | undefined
}

export interface ReadableAnswer {
  readonly words: ReactNode
  readonly control: ReactNode
}

/**
 * An answer for reading: its words (`''` = no answer), and a control to show a photo or uncover a covered value. Numbers and confidential
 * groups are covered until the control is pressed, again after leaving, and on paper. Whoever must not read such a group gets no control.
 */
export function useAnswer({ value, ...question }: AnswerInput): ReadableAnswer {
  return useAnswers(question, [value])[0]!
}

/** The same for several answers to one question. Each is uncovered separately. The list must not change while it is shown. */
export function useAnswers({ commune, fieldId, field, covered = false }: QuestionInput, values: readonly (AnswerValue | undefined)[]): readonly ReadableAnswer[] {
  const t = useText(answerTexts)
  const { language } = useLanguage()
  const { holder, ledger } = useServices()
  const wordsOf = useAnswerWords(fieldId, field)
  const [shown, setShown] = useState<readonly number[]>([])
  const label = fieldLabel(field, language)
  return values.map((value, at) => {
    const words = nameBehind(ledger, commune, fieldId, value) ?? wordsOf(value)
    const secrecy = value === undefined ? null : covered ? 'whole' : secrecyOf(fieldId, field, value)
    if (secrecy === 'whole' && !mayReadHivGroups(holder.role)) return { words: t.secret, control: null }
    // A photo is shown only after a press, whether its answer is covered or not.
    if (field.kind === 'photo' && typeof value === 'string') return { words, control: <PhotoView key={value} commune={commune} hash={value} label={label} /> }
    if (secrecy === null) return { words, control: null }
    const mask = secrecy === 'number' && typeof value === 'string' ? maskedNumber(value) : t.secret
    const isShown = shown.includes(at)
    return {
      words: isShown ? <span className="bare" data-mask={mask}><span className="no-print">{words}</span></span> : mask,
      control: (
        <button type="button" className="link sm no-print" onClick={() => setShown(isShown ? shown.filter((each) => each !== at) : [...shown, at])} aria-label={isShown ? t.concealOf(label) : t.revealOf(label)}>
          {isShown ? t.conceal : t.reveal}
        </button>
      ),
    }
  })
}
