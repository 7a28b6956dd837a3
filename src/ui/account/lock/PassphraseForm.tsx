import { useState, type FormEvent } from 'react'
import type { Ledger } from '../../../storage/ledger'
import type { UnlockFailure, VaultInfo } from '../../../storage/vaultTypes'
import { useOutside } from '../../outside'
import { Button } from '../../parts/Button'
import { PasswordField } from '../../parts/fields/PasswordField'
import { accountTexts } from '../../text/account'
import { useText } from '../../text/useText'
import { focusEmpty } from '../focusEmpty'
import { useUnlockWords } from './useUnlockWords'
import { useWait } from './useWait'

export interface WayInProps {
  readonly account: VaultInfo
  readonly onUnlocked: (ledger: Ledger) => Promise<void>
  readonly onFailed: (failure: UnlockFailure) => Promise<void>
}

/** Opens the book with the passphrase, also without a network. After wrong tries there is a waiting time, which the button counts down. */
export function PassphraseForm({ account, onUnlocked, onFailed }: WayInProps) {
  const { vaults } = useOutside()
  const t = useText(accountTexts).lock
  const words = useUnlockWords(t.fill, t.wrong)
  const wait = useWait(account.waitUntil)
  const [passphrase, setPassphrase] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy || wait) return
    if (!passphrase) {
      focusEmpty(event)
      return setError(t.fill)
    }
    setBusy(true)
    const unlocked = await vaults.unlock(account.userId, passphrase)
    if (unlocked.ok) await onUnlocked(unlocked.value)
    else {
      setPassphrase('')
      await onFailed(unlocked.error)
      // Shown only after the counts were read again, when the next try can be made: a press before that would be lost.
      setError(words(unlocked.error))
    }
    setBusy(false)
  }

  return (
    <form className="st" onSubmit={(event) => void submit(event)} noValidate>
      <input type="text" name="username" autoComplete="username" value={account.username} readOnly hidden />
      <PasswordField label={t.passphrase} hint={t.hint} error={error} value={passphrase} onChange={setPassphrase} autoComplete="current-password" />
      <Button type="submit" kind="pri" large wide icon="lock" busy={busy} off={wait !== null}>
        {wait ? t.wait(wait) : busy ? t.opening : t.open}
      </Button>
    </form>
  )
}
