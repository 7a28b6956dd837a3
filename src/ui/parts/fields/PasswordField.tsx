import { useId, useState } from 'react'
import { partTexts } from '../../text/parts'
import { useText } from '../../text/useText'
import { Button } from '../Button'
import { describedBy, FieldFrame, type FieldFrameProps } from './FieldFrame'

interface PasswordFieldProps extends FieldFrameProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoComplete: 'current-password' | 'new-password' | 'off'
  readonly name?: string
  /** A PIN: the phone shows its number keys. */
  readonly digits?: boolean
  readonly autoFocus?: boolean
}

/** A secret, with a button to show it: sun, gloves and long passphrases make blind typing fail. */
export function PasswordField({ label, hint, error, note, value, onChange, autoComplete, name, digits = false, autoFocus = false }: PasswordFieldProps) {
  const t = useText(partTexts)
  const id = useId()
  const [shown, setShown] = useState(false)
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} note={note}>
      <div className="in-g">
        <input
          id={id} name={name} className="in" type={shown ? 'text' : 'password'} value={value} autoComplete={autoComplete} autoFocus={autoFocus}
          autoCapitalize="none" autoCorrect="off" spellCheck={false} inputMode={digits ? 'numeric' : undefined}
          aria-invalid={error ? true : undefined} aria-describedby={describedBy(id, { hint, error })}
          onChange={(event) => onChange(event.target.value)}
        />
        <Button icon="eye" aria-pressed={shown} onClick={() => setShown(!shown)}>{shown ? t.hide : t.show}</Button>
      </div>
    </FieldFrame>
  )
}
