import { useState } from 'react'
import type { Hamlet } from '../../../protocol/messages'
import { Button } from '../../parts/Button'
import { Dialog } from '../../parts/Dialog'
import { TextField } from '../../parts/TextField'
import { useServices } from '../../services'
import { adminTexts } from '../../text/admin'
import { useText } from '../../text/useText'
import { FailureBox } from '../FailureBox'
import { useAction } from '../useAction'
import { useCommune } from '../useCommune'

interface HamletDialogProps {
  /** `null` = a new hamlet. */
  readonly hamlet: Hamlet | null
  readonly onSaved: (hamlet: Hamlet) => void
  readonly onClose: () => void
}

type Draft = { readonly [field in 'code' | 'name' | 'labour' | 'asxh']: string }

/** Code, name and targets of a hamlet. */
export function HamletDialog({ hamlet, onSaved, onClose }: HamletDialogProps) {
  const t = useText(adminTexts)
  const { remote } = useServices()
  const { code: commune } = useCommune()
  const { busy, failure, run } = useAction()
  const [draft, setDraft] = useState<Draft>({ code: hamlet?.code ?? '', name: hamlet?.name ?? '', labour: String(hamlet?.labourTarget ?? 0), asxh: String(hamlet?.asxhTarget ?? 0) })
  const [isChecked, setIsChecked] = useState(false)
  const [labourTarget, asxhTarget] = [parseTarget(draft.labour), parseTarget(draft.asxh)]
  const errors = {
    code: draft.code.trim() === '' && t.hamlets.errors.code,
    name: draft.name.trim() === '' && t.hamlets.errors.name,
    labour: labourTarget === undefined && t.hamlets.errors.target,
    asxh: asxhTarget === undefined && t.hamlets.errors.target,
  }
  const save = (): void => {
    setIsChecked(true)
    if (Object.values(errors).some(Boolean) || labourTarget === undefined || asxhTarget === undefined) return
    const input = { code: draft.code.trim(), name: draft.name.trim().normalize('NFC'), labourTarget, asxhTarget }
    void run(() => (hamlet ? remote.updateHamlet(commune, hamlet.id, input) : remote.createHamlet(commune, input)), onSaved)
  }
  const field = (name: keyof Draft) => ({
    value: draft[name], error: (isChecked && errors[name]) || undefined, autoComplete: 'off', onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  })
  const isTaken = failure?.error === 'taken'
  return (
    <Dialog
      title={hamlet ? t.hamlets.editTitle(hamlet.name) : t.hamlets.addTitle} onClose={onClose}
      actions={<><Button kind="quiet" onClick={onClose}>{t.cancel}</Button><Button kind="pri" busy={busy} onClick={save}>{t.save}</Button></>}
    >
      <TextField label={t.hamlets.code} {...field('code')} {...(isTaken && { error: t.hamlets.errors.taken })} maxLength={20} />
      <TextField label={t.hamlets.name} {...field('name')} maxLength={120} />
      <TextField label={t.hamlets.labour} hint={t.hamlets.targetHint} {...field('labour')} inputMode="numeric" />
      <TextField label={t.hamlets.asxh} hint={t.hamlets.targetHint} {...field('asxh')} inputMode="numeric" />
      {!isTaken && <FailureBox failure={failure} />}
    </Dialog>
  )
}

/** `1.234` or `1234` -> 1234; `undefined` outside 0..100.000. */
function parseTarget(text: string): number | undefined {
  const digits = text.trim().replace(/[. ]/g, '')
  if (!/^\d{1,6}$/.test(digits)) return undefined
  const count = Number(digits)
  return count <= 100_000 ? count : undefined
}
