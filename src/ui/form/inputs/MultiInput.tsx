import { useLanguage } from '../../text/language'
import type { InputProps } from './inputProps'

/** Any number of a few options. None chosen = not answered. */
export function MultiInput({ id, field, value, onChange, onBlur, describedBy }: InputProps) {
  const { language } = useLanguage()
  const chosen = Array.isArray(value) ? (value as readonly string[]) : []
  const toggle = (code: string): void => {
    const next = (field.options ?? []).map((option) => option.code).filter((each) => (each === code ? !chosen.includes(each) : chosen.includes(each)))
    onChange(next.length > 0 ? next : undefined)
  }
  return (
    <div className="opts" role="presentation">
      {field.options?.map((option) => (
        <label key={option.code} className="opt">
          <input type="checkbox" id={`${id}-${option.code}`} checked={chosen.includes(option.code)} aria-describedby={describedBy} onChange={() => toggle(option.code)} onBlur={onBlur} />
          <span>{language === 'en' ? (option.labelEn ?? option.label) : option.label}</span>
        </label>
      ))}
    </div>
  )
}
