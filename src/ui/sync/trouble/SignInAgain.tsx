import { useState, type FormEvent } from 'react'
import { focusEmpty } from '../../account/focusEmpty'
import { holderOf } from '../../account/holderOf'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { PasswordField } from '../../parts/fields/PasswordField'
import { useServices } from '../../services'
import { failureTexts } from '../../text/failures'
import { syncTexts } from '../../text/sync'
import { useText } from '../../text/useText'

/** Shown when the session has ended: with the account's password sending goes on. The book stays open and nothing is lost. */
export function SignInAgain() {
  const { remote, sync, holder, ledger } = useServices()
  const t = useText(syncTexts)
  const failures = useText(failureTexts)
  const [password, setPassword] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (!password) {
      focusEmpty(event)
      return setError(t.fill)
    }
    setBusy(true)
    const answer = await remote.signIn(holder.username, password)
    setBusy(false)
    if (!answer.ok) return setError(failures.remote[answer.error.error])
    if (answer.value.id !== holder.userId) return setError(t.otherAccount)
    // Name, role and communes may have changed since. The next opening shows them.
    await ledger.saveHolder(holderOf(answer.value))
    void sync.run('demand')
  }

  return (
    <section className="card st">
      <Box kind="warn" icon="lock" role="alert" title={t.again}><p>{failures.sync.signedOut}</p></Box>
      <form className="st" onSubmit={(event) => void submit(event)} noValidate>
        <input type="text" name="username" autoComplete="username" value={holder.username} readOnly hidden />
        <PasswordField label={t.password} hint={t.passwordFor(holder.username)} error={error} value={password} onChange={setPassword} autoComplete="current-password" />
        <Button type="submit" kind="pri" large wide busy={busy}>{t.signIn}</Button>
      </form>
    </section>
  )
}
