import type { InputProps } from './inputProps'

export function LongTextInput({ id, value, onChange, onBlur, describedBy, invalid }: InputProps) {
  return (
    <textarea
      id={id} className="in" rows={3} value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      onBlur={onBlur} autoCapitalize="sentences" aria-describedby={describedBy} aria-invalid={invalid || undefined}
    />
  )
}
