import { useId } from 'react'
import { describedBy, FieldFrame, type FieldFrameProps } from './FieldFrame'

interface SelectFieldProps extends FieldFrameProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly id?: string
}

/** One of a short list, in the phone's own picker. */
export function SelectField({ label, hint, error, optional, note, value, onChange, options, id: given }: SelectFieldProps) {
  const made = useId()
  const id = given ?? made
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optional={optional ?? false} note={note}>
      <select
        id={id} className="in" value={value} onChange={(event) => onChange(event.target.value)}
        aria-invalid={error ? true : undefined} aria-describedby={describedBy(id, { hint, error })}
      >
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </FieldFrame>
  )
}
