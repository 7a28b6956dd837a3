import { useState } from 'react'
import { formTexts } from '../../text/form'
import { useLanguage, type Language } from '../../text/language'
import { useNumberWords } from '../../text/useNumberWords'
import { useText } from '../../text/useText'
import type { AnswerValue } from '../../../domain/forms/answers'
import { unitWords } from '../../../domain/forms/wording/unitWords'
import { moneyWords } from '../../../domain/moneyWords'
import type { InputProps } from './inputProps'
import { nextOnEnter } from './nextOnEnter'

/** A whole number or an amount of đồng. The box shows separators once it is left; the value has none. */
export function NumberInput({ id, field, value, onChange, onBlur, describedBy, invalid }: InputProps) {
  const t = useText(formTexts)
  const numberWords = useNumberWords()
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typeof value === 'number' ? (field.kind === 'money' ? numberWords(value) : String(value)) : typeof value === 'string' ? value : ''
  const { language } = useLanguage()
  const unit = field.unit ? unitWords(field.unit, language) : (field.kind === 'money' ? t.currency : undefined)
  const box = (
    <input
      id={id} className="in" inputMode="numeric" autoComplete="off" value={typed ?? shown}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(numberOf(event.target.value, language))
      }}
      onBlur={() => {
        setTyped(null)
        onBlur()
      }}
      onKeyDown={nextOnEnter} aria-describedby={describedBy} aria-invalid={invalid || undefined}
    />
  )
  if (!unit) return box
  return <><div className="sfx">{box}<span>{unit}</span></div>{field.kind === 'money' && typeof value === 'number' && <InWords amount={value} />}</>
}

/** The amount in words, so that a zero too many is noticed at once. Always in Vietnamese: it is read aloud to the person. */
function InWords({ amount }: { readonly amount: number }) {
  return <p className="chk sm mut" lang="vi">{moneyWords(amount)}</p>
}

/**
 * The number typed. Separators (in English also the comma) count only between groups of three digits: 47.5 hours must not become 475.
 * Text that is not a number is kept as typed, so that the form can report it and nothing is lost.
 */
function numberOf(text: string, language: Language): AnswerValue | undefined {
  const compact = text.trim()
  if (compact === '') return undefined
  const grouped = language === 'vi' ? /^\d{1,3}([.\s]\d{3})+$/ : /^\d{1,3}([.,\s]\d{3})+$/
  const digits = grouped.test(compact) ? compact.replace(/[.,\s]/g, '') : compact
  return /^\d{1,15}$/.test(digits) ? Number(digits) : text
}
