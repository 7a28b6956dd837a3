import { useEffect, useState, type FormEvent } from 'react'
import { useOutside, type Outside } from '../../outside'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { PasswordField } from '../../parts/fields/PasswordField'
import { useServices, type Services } from '../../services'
import { failureTexts } from '../../text/failures'
import { mineTexts } from '../../text/mine'
import { useText } from '../../text/useText'
import { pinProblem } from '../lock/pinProblem'

type State = 'unknown' | 'unsupported' | 'off' | 'on'

/** The short way in: the device's key with a PIN, beside the passphrase, which always remains. */
export function PasskeyCard() {
  const outside = useOutside()
  const { holder } = useServices()
  const t = useText(mineTexts)
  const [state, setState] = useState<State>('unknown')
  useEffect(() => {
    let isShown = true
    void passkeyState(outside, holder.userId).then((read) => isShown && setState(read))
    return () => {
      isShown = false
    }
  }, [outside, holder.userId])
  if (state === 'unknown') return null
  return (
    <div className="card st">
      <div><h3>{t.passkey}</h3><p className="sm mut">{t.passkeyHint}</p></div>
      {state === 'unsupported' && <p className="sm">{t.passkeyUnsupported}</p>}
      {state === 'on' && <Box kind="ok" icon="check"><p>{t.passkeyOn}</p></Box>}
      {state === 'off' && <AddForm onAdded={() => setState('on')} />}
    </div>
  )
}

async function passkeyState({ vaults, platform }: Outside, userId: string): Promise<State> {
  if (await vaults.passkey(userId)) return 'on'
  return (await platform.passkeys.isSupported()) ? 'off' : 'unsupported'
}

function AddForm({ onAdded }: { readonly onAdded: () => void }) {
  const outside = useOutside()
  const services = useServices()
  const t = useText(mineTexts)
  const failures = useText(failureTexts)
  const [pin, setPin] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const problem = pinProblem(pin)
    if (busy || problem) return setError(problem === 'length' ? t.pinShort : problem === 'plain' ? t.pinPlain : error)
    setBusy(true)
    const failure = await addPasskey(outside, services, pin)
    setBusy(false)
    if (failure === null) return onAdded()
    if (failure === 'unsupported') return setError(t.passkeyUnsupported)
    setError(failure === 'cancelled' ? t.passkeyCancelled : failures.storage[failure])
  }

  return (
    <form className="st" onSubmit={(event) => void submit(event)} noValidate>
      <PasswordField label={t.pin} error={error} value={pin} onChange={setPin} autoComplete="off" digits />
      <Button type="submit" wide large busy={busy}>{t.passkeyAdd}</Button>
    </form>
  )
}

async function addPasskey({ vaults, platform }: Outside, { holder, ledger }: Services, pin: string) {
  const salt = crypto.getRandomValues(new Uint8Array(32))
  const made = await platform.passkeys.create({ userId: holder.userId, username: holder.username, salt })
  if (!made.ok) return made.error.kind
  const added = await vaults.addPasskey(ledger, { ...made.value, salt, pin })
  return added.ok ? null : added.error.kind
}
