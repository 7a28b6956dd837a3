import { useEffect, useState, type FormEvent } from 'react'
import { useOutside, type Outside } from '../../outside'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { PasswordField } from '../../parts/fields/PasswordField'
import { Dialog } from '../../parts/frame/Dialog'
import { useToast } from '../../parts/toast/useToast'
import { useServices, type Services } from '../../services'
import { failureTexts } from '../../text/failures'
import { mineTexts } from '../../text/mine'
import { useText } from '../../text/useText'
import { pinProblem } from '../lock/pinProblem'

type State = 'unknown' | 'unsupported' | 'off' | 'on' | 'changing'

/** Adds, changes or removes the short way to open the book: the device's passkey with a PIN. The passphrase always remains. */
export function PasskeyCard() {
  const outside = useOutside()
  const { holder } = useServices()
  const t = useText(mineTexts)
  const toast = useToast()
  const [state, setState] = useState<State>('unknown')
  useEffect(() => {
    let isShown = true
    void passkeyState(outside, holder.userId).then((read) => isShown && setState(read))
    return () => {
      isShown = false
    }
  }, [outside, holder.userId])
  const changed = (): void => {
    setState('on')
    toast.show(t.passkeyChanged)
  }
  if (state === 'unknown') return null
  return (
    <div className="card st">
      <div><h3>{t.passkey}</h3><p className="sm mut">{t.passkeyHint}</p></div>
      {state === 'unsupported' && <p className="sm">{t.passkeyUnsupported}</p>}
      {state === 'on' && <IsOn onChange={() => setState('changing')} onDropped={() => setState('off')} />}
      {state === 'off' && <PinForm keep={addPasskey} action={t.passkeyAdd} onKept={() => setState('on')} />}
      {state === 'changing' && <PinForm keep={changePin} action={t.passkeyChange} onKept={changed} onCancel={() => setState('on')} />}
    </div>
  )
}

async function passkeyState({ vaults, platform }: Outside, userId: string): Promise<State> {
  if (await vaults.passkey(userId)) return 'on'
  return (await platform.passkeys.isSupported()) ? 'off' : 'unsupported'
}

function IsOn({ onChange, onDropped }: { readonly onChange: () => void; readonly onDropped: () => void }) {
  const { vaults } = useOutside()
  const { ledger } = useServices()
  const t = useText(mineTexts)
  const failures = useText(failureTexts)
  const [isAsking, setAsking] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const drop = async (): Promise<void> => {
    const dropped = await vaults.dropPasskey(ledger)
    if (dropped.ok) return onDropped()
    setTrouble(failures.storage[dropped.error.kind])
  }
  return (
    <>
      <Box kind="ok" icon="check"><p>{t.passkeyOn}</p></Box>
      <Button wide large onClick={onChange}>{t.passkeyChange}</Button>
      <Button wide onClick={() => setAsking(true)}>{t.passkeyDrop}</Button>
      {isAsking && (
        <Dialog title={t.passkeyDrop} onClose={() => setAsking(false)} actions={<><Button onClick={() => setAsking(false)}>{t.cancel}</Button><Button kind="dan" onClick={() => void drop()}>{t.passkeyDrop}</Button></>}>
          <p>{t.passkeyDropWhat}</p>
          {trouble && <Box kind="err" icon="stop" role="alert"><p>{trouble}</p></Box>}
        </Dialog>
      )}
    </>
  )
}

interface PinFormProps {
  readonly keep: typeof addPasskey
  readonly action: string
  readonly onKept: () => void
  readonly onCancel?: () => void
}

function PinForm({ keep, action, onKept, onCancel }: PinFormProps) {
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
    const failure = await keep(outside, services, pin)
    setBusy(false)
    if (failure === null) return onKept()
    if (failure === 'unsupported') return setError(t.passkeyUnsupported)
    setError(failure === 'cancelled' ? t.passkeyCancelled : failures.storage[failure])
  }

  return (
    <form className="st" onSubmit={(event) => void submit(event)} noValidate>
      <PasswordField label={t.pin} error={error} value={pin} onChange={setPin} autoComplete="off" digits autoFocus={onCancel !== undefined} />
      <Button type="submit" wide large busy={busy}>{action}</Button>
      {onCancel && <Button wide onClick={onCancel}>{t.cancel}</Button>}
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

/** Changes the PIN with the existing passkey: a second passkey would stay in the device's list beside the first. */
async function changePin(outside: Outside, services: Services, pin: string) {
  const { vaults, platform } = outside
  const passkey = await vaults.passkey(services.holder.userId)
  if (!passkey) return addPasskey(outside, services, pin)
  const asked = await platform.passkeys.evaluate(passkey)
  if (!asked.ok) return asked.error.kind
  const changed = await vaults.addPasskey(services.ledger, { ...passkey, prf: asked.value, pin })
  return changed.ok ? null : changed.error.kind
}
