import { useState } from 'react'
import { formTexts } from '../../text/form'
import { useText } from '../../text/useText'
import { dateText, parseDateText } from '../../text/dateText'
import type { InputProps } from './inputProps'
import { nextOnEnter } from './nextOnEnter'

/** A date typed as people say it: 25/11/1990, 11/1990 or 1990. It is kept as exact as it was typed. */
export function DateInput({ id, value, onChange, onBlur, describedBy, invalid }: InputProps) {
  const t = useText(formTexts)
  const stored = typeof value === 'string' ? value : ''
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <input
      id={id} className="in" inputMode="numeric" autoComplete="off" placeholder={t.datePlaceholder}
      // While typing, the box shows what was typed. Otherwise it shows the stored date.
      value={typed !== null && parseDateText(typed) === stored ? typed : dateText(stored)}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(event.target.value === '' ? undefined : parseDateText(event.target.value))
      }}
      onBlur={() => {
        setTyped(null)
        onBlur()
      }}
      onKeyDown={nextOnEnter} aria-describedby={describedBy} aria-invalid={invalid || undefined}
    />
  )
}
