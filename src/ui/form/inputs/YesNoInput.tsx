import { formTexts } from '../../text/form'
import { useText } from '../../text/useText'
import type { InputProps } from './inputProps'

export function YesNoInput({ id, value, onChange, onBlur, describedBy }: InputProps) {
  const t = useText(formTexts)
  return (
    <div className="opts row2" role="presentation">
      {([[true, t.yes], [false, t.no]] as const).map(([answer, words]) => (
        <label key={words} className="opt">
          <input type="radio" name={id} id={`${id}-${answer}`} checked={value === answer} aria-describedby={describedBy} onChange={() => onChange(answer)} onBlur={onBlur} />
          <span>{words}</span>
        </label>
      ))}
    </div>
  )
}
