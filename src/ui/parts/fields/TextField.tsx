import { useId, type InputHTMLAttributes, type Ref } from 'react'
import { describedBy, FieldFrame, type FieldFrameProps } from './FieldFrame'

type TextFieldProps = FieldFrameProps & Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> & {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Shown after the box, e.g. `đồng`. */
  readonly suffix?: string
  readonly inputRef?: Ref<HTMLInputElement>
}

/** One line of text with its label above. */
export function TextField({ label, hint, error, optional, note, value, onChange, suffix, inputRef, id: given, ...rest }: TextFieldProps) {
  const made = useId()
  const id = given ?? made
  const box = (
    <input
      {...rest} id={id} ref={inputRef} className="in" value={value} onChange={(event) => onChange(event.target.value)}
      aria-invalid={error ? true : undefined} aria-describedby={describedBy(id, { hint, error })}
    />
  )
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optional={optional ?? false} note={note}>
      {suffix ? <div className="sfx">{box}<span>{suffix}</span></div> : box}
    </FieldFrame>
  )
}
