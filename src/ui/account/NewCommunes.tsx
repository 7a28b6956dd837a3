import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { Me } from '../../protocol/api'
import { useOutside } from '../outside'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { PasswordField } from '../parts/fields/PasswordField'
import { useServices } from '../services'
import { accountTexts } from '../text/account'
import { failureTexts } from '../text/failures'
import { mineTexts } from '../text/mine'
import { useText } from '../text/useText'
import { focusEmpty } from './focusEmpty'
import { enrolDevice, type Issued } from './signIn/enrolDevice'
import { holderOf } from './holderOf'

/** Adds communes that were assigned to the account after this device was enrolled. Draws nothing if there are none or the server does not answer. */
export function NewCommunes() {
  const { remote, ledger, holder } = useServices()
  const [me, setMe] = useState<Me | null>(null)
  useEffect(() => {
    let isShown = true
    void remote.me().then((answer) => isShown && answer.ok && answer.value.id === holder.userId && setMe(answer.value))
    return () => {
      isShown = false
    }
  }, [remote, holder.userId])
  const communes = me?.communes.filter((commune) => !ledger.communes.includes(commune.code)) ?? []
  return me && communes.length > 0 ? <AddForm me={me} communes={communes} /> : null
}

function AddForm({ me, communes }: { readonly me: Me; readonly communes: Me['communes'] }) {
  const outside = useOutside()
  const { lock } = useServices()
  const t = useText(mineTexts).more
  const words = useText(accountTexts).lock
  const failures = useText(failureTexts)
  const [passphrase, setPassphrase] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const issued = useRef<Issued>(new Map())

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (!passphrase) {
      focusEmpty(event)
      return setError(words.fill)
    }
    setBusy(true)
    const made = await enrolDevice(outside, { me: { ...me, communes }, passphrase, issued: issued.current })
    setBusy(false)
    if (!made.ok) {
      if ('error' in made.error) return setError(failures.remote[made.error.error])
      return setError(made.error.kind === 'weak' || made.error.kind === 'locked' ? t.wrong : failures.storage[made.error.kind])
    }
    await made.value.saveHolder(holderOf(me))
    made.value.lock()
    lock()
  }

  return (
    <form className="card st" onSubmit={(event) => void submit(event)} noValidate>
      <Box icon="info" title={t.title(communes.map((commune) => commune.name).join(', '))}><p>{t.what}</p></Box>
      <PasswordField label={words.passphrase} error={error} value={passphrase} onChange={setPassphrase} autoComplete="current-password" />
      <Button type="submit" wide large busy={busy}>{t.add}</Button>
    </form>
  )
}
