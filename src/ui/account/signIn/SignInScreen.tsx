import { useEffect, useState, type FormEvent } from 'react'
import type { Me } from '../../../protocol/api'
import type { RemoteFailure } from '../../../remote/remote'
import type { VaultInfo } from '../../../storage/vaultTypes'
import { useOutside } from '../../outside'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { PasswordField } from '../../parts/fields/PasswordField'
import { TextField } from '../../parts/fields/TextField'
import { accountTexts } from '../../text/account'
import { failureTexts } from '../../text/failures'
import { partTexts } from '../../text/parts'
import { useText } from '../../text/useText'
import { focusEmpty } from '../focusEmpty'
import { GateFrame } from '../GateFrame'
import { GateNotice } from '../GateNotice'
import { loadEnrol } from './loadEnrol'

/** Why the person must sign in. With `info`, only that account is accepted. */
export type SignInReason =
  | { readonly kind: 'first' }
  | { readonly kind: 'another' }
  | { readonly kind: 'locked'; readonly info: VaultInfo }
  | { readonly kind: 'forgot'; readonly info: VaultInfo }

interface SignInScreenProps {
  readonly reason: SignInReason
  readonly onSignedIn: (me: Me, password: string) => Promise<void>
  readonly onBack?: () => void
}

/** Signs in at the server. Needs a network. */
export function SignInScreen({ reason, onSignedIn, onBack }: SignInScreenProps) {
  const { remote } = useOutside()
  const t = useText(accountTexts).signIn
  const words = useFailureWords()
  const named = 'info' in reason ? reason.info.username : null
  const [username, setUsername] = useState(named ?? '')
  const [password, setPassword] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const isErased = useErased(reason.kind === 'first')

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (!username.trim() || !password) {
      focusEmpty(event)
      return setTrouble(t.fill)
    }
    setBusy(true)
    setTrouble(null)
    // Fetched while the server checks the password. If that fails, it is fetched again when it is to be shown.
    loadEnrol().catch(() => undefined)
    const answer = await remote.signIn(username.trim().toLowerCase(), password)
    if (answer.ok && named !== null && answer.value.username !== named) setTrouble(t.other(named))
    else if (answer.ok) await onSignedIn(answer.value, password)
    else setTrouble(words(answer.error))
    setBusy(false)
  }

  return (
    <GateFrame title={t.title} sub={useText(partTexts).appName}>
      <form className="st4" onSubmit={(event) => void submit(event)} noValidate>
        <p>{reason.kind === 'locked' ? t.again(reason.info.username) : reason.kind === 'forgot' ? t.other(reason.info.username) : t.intro}</p>
        <GateNotice isLost={isErased} />
        {trouble && <Box kind="err" icon="stop" role="alert"><p>{trouble}</p></Box>}
        <TextField
          label={t.username} value={username} onChange={setUsername} readOnly={named !== null} name="username" autoComplete="username"
          autoCapitalize="none" autoCorrect="off" spellCheck={false} enterKeyHint="next"
        />
        <PasswordField label={t.password} hint={t.passwordHint} value={password} onChange={setPassword} autoComplete="current-password" name="password" />
        <div className="st2">
          <Button type="submit" kind="pri" large wide busy={busy}>{t.submit}</Button>
          {onBack && <p className="center"><Button kind="quiet" onClick={onBack}>{t.back}</Button></p>}
        </div>
      </form>
    </GateFrame>
  )
}

/**
 * Whether the browser erased a book to make room: no book is here, but the browser still has the session that enrolled one.
 * Offline this cannot be known, and nothing is said.
 */
function useErased(isAsked: boolean): boolean {
  const { remote } = useOutside()
  const [isErased, setErased] = useState(false)
  useEffect(() => {
    let isHere = true
    if (isAsked) void remote.me().then((me) => { if (isHere && me.ok && me.value.enrolled) setErased(true) })
    return () => { isHere = false }
  }, [isAsked, remote])
  return isErased
}

/** Words for a failed sign-in, with the time to wait if there is one. */
function useFailureWords(): (failure: RemoteFailure) => string {
  const failures = useText(failureTexts)
  const t = useText(accountTexts).signIn
  return (failure) => {
    const words = failures.remote[failure.error]
    if (!('retryAfter' in failure) || !failure.retryAfter) return words
    return `${words} ${t.retryAfter(Math.ceil(failure.retryAfter / 60))}`
  }
}
