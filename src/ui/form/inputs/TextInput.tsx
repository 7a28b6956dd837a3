import { formTexts } from '../../text/form'
import { useText } from '../../text/useText'
import type { FieldKind } from '../../../domain/forms/form'
import { checkPhone } from '../../../domain/identity/phone'
import { Button } from '../../parts/Button'
import type { InputProps } from './inputProps'
import { nextOnEnter } from './nextOnEnter'

const modes: Partial<Record<FieldKind, 'numeric' | 'tel' | 'email'>> = { personalId: 'numeric', digits: 'numeric', phone: 'tel', email: 'email' }

/** Questions for the name of a person: phone keyboards then begin every word with a capital letter. */
const peopleNames: ReadonlySet<string> = new Set(['fullName', 'headName', 'accountOwnerName', 'authorisedFullName', 'guardianFullName', 'informantName', 'meritPersonName'])

/** One line of text, as typed: nothing is trimmed, masked or re-cased while somebody types Vietnamese. */
export function TextInput({ id, name, field, value, onChange, onBlur, describedBy, invalid }: InputProps) {
  const text = typeof value === 'string' ? value : ''
  const mode = modes[field.kind]
  return (
    <>
      <input
        id={id} className="in" value={text} onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
        onBlur={onBlur} onKeyDown={nextOnEnter} autoComplete="off" spellCheck={false}
        {...(mode ? { inputMode: mode } : { autoCapitalize: peopleNames.has(name) ? 'words' : 'sentences' })}
        aria-describedby={describedBy} aria-invalid={invalid || undefined}
      />
      <DigitCount field={field} text={text} />
      {field.kind === 'phone' && <OldPhone text={text} onConvert={(heir) => { onChange(heir); onBlur() }} />}
    </>
  )
}

/** Offers the new number for a phone number from before 15 September 2018. It never replaces the number by itself. */
function OldPhone({ text, onConvert }: { readonly text: string; readonly onConvert: (value: string) => void }) {
  const t = useText(formTexts)
  const check = checkPhone(text)
  if (check.kind !== 'converted') return null
  return <p className="f-b"><Button icon="phone" onClick={() => onConvert(check.value)}>{t.newPhone(check.value)}</Button></p>
}

/** "9/12 chữ số": the only check while typing, because counting digits by eye is hard. */
function DigitCount({ field, text }: Pick<InputProps, 'field'> & { readonly text: string }) {
  const t = useText(formTexts)
  const need = field.kind === 'personalId' ? [12] : field.kind === 'digits' ? (field.lengths ?? []) : []
  const have = text.replace(/\D/g, '').length
  if (need.length === 0 || have === 0) return null
  return <p className={`chk${need.includes(have) ? ' ok' : ''}`}>{t.digits(have, need.join(' / '))}</p>
}
