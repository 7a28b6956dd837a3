import { useRef, useState, type FormEvent } from 'react'
import { passphraseStrength } from '../../../domain/passphraseStrength'
import type { Me } from '../../../protocol/api'
import type { Ledger } from '../../../storage/ledger'
import { useOutside } from '../../outside'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { PasswordField } from '../../parts/fields/PasswordField'
import { accountTexts } from '../../text/account'
import { failureTexts } from '../../text/failures'
import { useText } from '../../text/useText'
import { enrolDevice, type Issued } from './enrolDevice'
import { GateFrame } from '../GateFrame'
import { holderOf } from '../holderOf'
import { StrengthMeter } from './StrengthMeter'

interface EnrolScreenProps {
  readonly me: Me
  /** Only used to refuse it as the passphrase; never kept. */
  readonly accountPassword: string
  readonly onEnrolled: (ledger: Ledger) => void
}

/** Chooses the passphrase for this device, then enrols the device at the server. */
export default function EnrolScreen({ me, accountPassword, onEnrolled }: EnrolScreenProps) {
  const outside = useOutside()
  const t = useText(accountTexts).enrol
  const failures = useText(failureTexts)
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [errors, setErrors] = useState<{ readonly first?: string; readonly second?: string; readonly all?: string }>({})
  const [busy, setBusy] = useState(false)
  const strength = passphraseStrength(passphrase, [me.username])
  const issued = useRef<Issued>(new Map())

  // The errors were about the text as it was submitted, so typing clears them.
  const typed = (set: (text: string) => void) => (text: string): void => {
    set(text)
    setErrors({})
  }
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (passphrase === accountPassword) return setErrors({ first: t.sameAsAccount })
    if (!strength.enough) return setErrors({ first: t.tooWeak })
    if (passphrase !== again) return setErrors({ second: t.differ })
    setErrors({})
    setBusy(true)
    const made = await enrolDevice(outside, { me, passphrase, issued: issued.current })
    setBusy(false)
    if (made.ok) {
      await made.value.saveHolder(holderOf(me))
      void outside.platform.askPersistence()
      return onEnrolled(made.value)
    }
    const failure = made.error
    if ('error' in failure) return setErrors({ all: failures.remote[failure.error] })
    return setErrors(failure.kind === 'weak' ? { first: t.tooWeak } : { all: failures.storage[failure.kind] })
  }

  return (
    <GateFrame title={t.title} sub={t.hello(me.name)}>
      <form className="st4" onSubmit={(event) => void submit(event)} noValidate>
        <p>{t.why}</p>
        {errors.all && <Box kind="err" icon="stop" role="alert"><p>{errors.all}</p></Box>}
        <input type="text" name="username" autoComplete="username" value={me.username} readOnly hidden />
        <PasswordField
          label={t.passphrase} hint={t.hint} error={errors.first} value={passphrase} onChange={typed(setPassphrase)} autoComplete="new-password"
          note={<StrengthMeter strength={strength} isEmpty={passphrase === ''} />}
        />
        <PasswordField label={t.repeat} error={errors.second} value={again} onChange={typed(setAgain)} autoComplete="new-password" />
        <Box kind="warn" icon="alert"><p>{t.once}</p></Box>
        <Button type="submit" kind="pri" large wide icon="lock" busy={busy}>{busy ? t.working : t.submit}</Button>
      </form>
    </GateFrame>
  )
}
