import { memo } from 'react'
import { useLanguage } from '../../text/language'
import type { InputProps } from './inputProps'

/** One of a few options, each a real radio button as wide as the screen. */
export function ChoiceInput({ id, field, value, onChange, onBlur, describedBy }: InputProps) {
  const { language } = useLanguage()
  return (
    <div className="opts" role="presentation">
      {field.options?.map(({ code, label, labelEn }) => (
        <Option
          key={code} group={id} code={code} label={language === 'en' ? (labelEn ?? label) : label} checked={value === code}
          describedBy={describedBy} onPick={onChange} onBlur={onBlur}
        />
      ))}
    </div>
  )
}

interface OptionProps {
  readonly group: string
  readonly code: string
  readonly label: string
  readonly checked: boolean
  readonly describedBy: string | undefined
  readonly onPick: (code: string) => void
  readonly onBlur: () => void
}

/** Memoised: a press draws only the option chosen and the option left. */
const Option = memo(function Option({ group, code, label, checked, describedBy, onPick, onBlur }: OptionProps) {
  return (
    <label className="opt">
      <input type="radio" name={group} id={`${group}-${code}`} value={code} checked={checked} aria-describedby={describedBy} onChange={() => onPick(code)} onBlur={onBlur} />
      <span>{label}</span>
    </label>
  )
})
