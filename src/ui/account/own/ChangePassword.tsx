import { useState, type FormEvent } from 'react'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { PasswordField } from '../../parts/fields/PasswordField'
import { useToast } from '../../parts/toast/useToast'
import { useServices } from '../../services'
import { failureTexts } from '../../text/failures'
import { mineTexts } from '../../text/mine'
import { useText } from '../../text/useText'
import { FoldedForm } from './FoldedForm'

/** Changes the account's password, for signing in online. Needs a network. */
export function ChangePassword() {
  const t = useText(mineTexts)
  return <FoldedForm label={t.change}>{(close) => <ChangeForm onDone={close} />}</FoldedForm>
}

function ChangeForm({ onDone }: { readonly onDone: () => void }) {
  const { remote, holder } = useServices()
  const t = useText(mineTexts)
  const failures = useText(failureTexts)
  const toast = useToast()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (next !== again) return setTrouble(t.differ)
    setBusy(true)
    const answer = await remote.changePassword(current, next)
    setBusy(false)
    if (!answer.ok) return setTrouble(answer.error.error === 'wrongPassword' ? t.wrongCurrent : failures.remote[answer.error.error])
    toast.show(t.changed)
    onDone()
  }

  return (
    <form className="st4" onSubmit={(event) => void submit(event)} noValidate>
      <div><h3>{t.change}</h3><p className="sm mut">{t.changeHint}</p></div>
      {trouble && <Box kind="err" icon="stop" role="alert"><p>{trouble}</p></Box>}
      <input type="text" name="username" autoComplete="username" value={holder.username} readOnly hidden />
      <PasswordField label={t.current} value={current} onChange={setCurrent} autoComplete="current-password" autoFocus />
      <PasswordField label={t.next} value={next} onChange={setNext} autoComplete="new-password" />
      <PasswordField label={t.repeat} value={again} onChange={setAgain} autoComplete="new-password" />
      <div className="fx">
        <Button type="submit" kind="pri" busy={busy} off={!current || !next || !again}>{t.save}</Button>
        <Button onClick={onDone}>{t.cancel}</Button>
      </div>
    </form>
  )
}
