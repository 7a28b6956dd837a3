import { useLanguage } from '../../text/language'
import type { InputProps } from './inputProps'

/** One of a few, each a real radio as wide as the screen. */
export function ChoiceInput({ id, field, value, onChange, onBlur, describedBy }: InputProps) {
  const { language } = useLanguage()
  return (
    <div className="opts" role="presentation">
      {field.options?.map((option) => (
        <label key={option.code} className="opt">
          <input
            type="radio" name={id} id={`${id}-${option.code}`} value={option.code} checked={value === option.code}
            aria-describedby={describedBy} onChange={() => onChange(option.code)} onBlur={onBlur}
          />
          <span>{language === 'en' ? (option.labelEn ?? option.label) : option.label}</span>
        </label>
      ))}
    </div>
  )
}
