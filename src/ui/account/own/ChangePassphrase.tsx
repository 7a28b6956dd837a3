import { useEffect, useRef, useState, type FormEvent } from 'react'
import { passphraseStrength } from '../../../domain/passphraseStrength'
import { useOutside } from '../../outside'
import { Button } from '../../parts/Button'
import { PasswordField } from '../../parts/fields/PasswordField'
import { useToast } from '../../parts/toast/useToast'
import { useServices } from '../../services'
import { accountTexts } from '../../text/account'
import { mineTexts } from '../../text/mine'
import { useText } from '../../text/useText'
import { useUnlockWords } from '../lock/useUnlockWords'
import { useWait } from '../lock/useWait'
import { StrengthMeter } from '../signIn/StrengthMeter'
import { FoldedForm } from './FoldedForm'

/** Changes the passphrase that opens the book on this device. Needs no network. */
export function ChangePassphrase() {
  const t = useText(mineTexts).opening
  return <FoldedForm label={t.change}>{(close) => <ChangeForm onDone={close} />}</FoldedForm>
}

interface Wrong {
  readonly current?: string
  readonly next?: string
  readonly repeat?: string
}

function ChangeForm({ onDone }: { readonly onDone: () => void }) {
  const { vaults } = useOutside()
  const { ledger, holder } = useServices()
  const mine = useText(mineTexts)
  const t = mine.opening
  const { enrol, lock } = useText(accountTexts)
  const words = useUnlockWords(lock.fill, lock.wrong)
  const toast = useToast()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [wrong, setWrong] = useState<Wrong>({})
  const [waitUntil, setWaitUntil] = useState<number | null>(null)
  const [busy, setBusy] = useState(false)
  const wait = useWait(waitUntil)
  const strength = passphraseStrength(next, [holder.username])
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), [wrong])

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy || wait) return
    if (!current) return setWrong({ current: lock.fill })
    if (!strength.enough) return setWrong({ next: enrol.tooWeak })
    if (next !== again) return setWrong({ repeat: mine.differ })
    setBusy(true)
    const changed = await vaults.changePassphrase(ledger, { current, next })
    setBusy(false)
    if (changed.ok) {
      toast.show(t.changed)
      return onDone()
    }
    const { error } = changed
    if (error.kind === 'weak') return setWrong({ next: enrol.tooWeak })
    setWaitUntil('waitUntil' in error ? error.waitUntil : null)
    setWrong({ current: words(error) })
  }

  return (
    <form className="st4" ref={form} onSubmit={(event) => void submit(event)} noValidate>
      <div><h3>{t.change}</h3><p className="sm mut">{t.hint}</p></div>
      <input type="text" name="username" autoComplete="username" value={holder.username} readOnly hidden />
      <PasswordField label={t.current} error={wrong.current} value={current} onChange={setCurrent} autoComplete="current-password" autoFocus />
      <PasswordField label={t.next} hint={enrol.hint} error={wrong.next} value={next} onChange={setNext} autoComplete="new-password" note={<StrengthMeter strength={strength} isEmpty={next === ''} />} />
      <PasswordField label={t.repeat} error={wrong.repeat} value={again} onChange={setAgain} autoComplete="new-password" />
      <div className="fx">
        <Button type="submit" kind="pri" busy={busy} off={wait !== null}>{wait ? lock.wait(wait) : mine.save}</Button>
        <Button onClick={onDone}>{mine.cancel}</Button>
      </div>
    </form>
  )
}
