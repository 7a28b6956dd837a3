import { useState, type FormEvent } from 'react'
import { fail, type Result } from '../../../domain/result'
import type { Ledger } from '../../../storage/ledger'
import type { UnlockFailure } from '../../../storage/vaultTypes'
import { useOutside, type Outside } from '../../outside'
import type { PasskeyFailure } from '../../platform'
import { Button } from '../../parts/Button'
import { PasswordField } from '../../parts/fields/PasswordField'
import { accountTexts } from '../../text/account'
import { useText } from '../../text/useText'
import type { WayInProps } from './PassphraseForm'
import { focusEmpty } from '../focusEmpty'
import { useUnlockWords } from './useUnlockWords'
import { useWait } from './useWait'

/** Opens the book with the device's passkey and a short PIN. Neither opens it alone. */
export function PasskeyForm({ account, onUnlocked, onFailed }: WayInProps) {
  const outside = useOutside()
  const t = useText(accountTexts).lock
  const words = useUnlockWords(t.fillPin, t.wrongPin)
  const wait = useWait(account.waitUntil)
  const [pin, setPin] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy || wait) return
    if (!pin) {
      focusEmpty(event)
      return setError(t.fillPin)
    }
    setBusy(true)
    const unlocked = await unlockWithPasskey(outside, account.userId, pin)
    if (unlocked.ok) await onUnlocked(unlocked.value)
    else if (unlocked.error.kind === 'cancelled' || unlocked.error.kind === 'unsupported') setError(t.passkeyCancelled)
    else {
      await onFailed(unlocked.error)
      // Shown only after the counts were read again, when the next try can be made: text typed before that would be lost.
      setError(words(unlocked.error))
    }
    setPin('')
    setBusy(false)
  }

  return (
    <form className="st" onSubmit={(event) => void submit(event)} noValidate>
      <PasswordField label={t.pin} hint={t.pinHint} error={error} value={pin} onChange={setPin} autoComplete="off" digits />
      <Button type="submit" kind="pri" large wide icon="lock" busy={busy} off={wait !== null}>
        {wait ? t.wait(wait) : t.withPasskey}
      </Button>
    </form>
  )
}

async function unlockWithPasskey({ vaults, platform }: Outside, userId: string, pin: string): Promise<Result<Ledger, UnlockFailure | PasskeyFailure>> {
  const passkey = await vaults.passkey(userId)
  if (!passkey) return fail({ kind: 'noPasskey' })
  const secret = await platform.passkeys.evaluate(passkey)
  return secret.ok ? vaults.unlockWithPasskey(userId, secret.value, pin) : secret
}
