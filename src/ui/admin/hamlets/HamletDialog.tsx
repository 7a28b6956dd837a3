import { useForm } from 'react-hook-form'
import type { Hamlet } from '../../../protocol/messages'
import { useServices } from '../../services'
import { adminTexts } from '../../text/admin'
import { useText } from '../../text/useText'
import { FailureBox } from '../FailureBox'
import { FormDialog } from '../FormDialog'
import { FormTextField } from '../FormTextField'
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
  const { control, handleSubmit } = useForm<Draft>({ defaultValues: { code: hamlet?.code ?? '', name: hamlet?.name ?? '', labour: String(hamlet?.labourTarget ?? 0), asxh: String(hamlet?.asxhTarget ?? 0) } })
  const save = handleSubmit((draft) => {
    const input = { code: draft.code.trim(), name: draft.name.trim().normalize('NFC'), labourTarget: parseTarget(draft.labour) ?? 0, asxhTarget: parseTarget(draft.asxh) ?? 0 }
    return run(() => (hamlet ? remote.updateHamlet(commune, hamlet.id, input) : remote.createHamlet(commune, input)), onSaved)
  })
  const given = (error: string) => (text: string): string | true => text.trim() !== '' || error
  const target = (text: string): string | true => parseTarget(text) !== undefined || t.hamlets.errors.target
  const isTaken = failure?.error === 'taken'
  return (
    <FormDialog title={hamlet ? t.hamlets.editTitle(hamlet.name) : t.hamlets.addTitle} busy={busy} onSave={save} onClose={onClose}>
      <FormTextField control={control} name="code" check={given(t.hamlets.errors.code)} label={t.hamlets.code} {...(isTaken && { error: t.hamlets.errors.taken })} maxLength={20} />
      <FormTextField control={control} name="name" check={given(t.hamlets.errors.name)} label={t.hamlets.name} maxLength={120} />
      <FormTextField control={control} name="labour" check={target} label={t.hamlets.labour} hint={t.hamlets.targetHint} inputMode="numeric" />
      <FormTextField control={control} name="asxh" check={target} label={t.hamlets.asxh} hint={t.hamlets.targetHint} inputMode="numeric" />
      {!isTaken && <FailureBox failure={failure} />}
    </FormDialog>
  )
}

/** `1.234` or `1234` -> 1234; `undefined` outside 0..100.000. */
function parseTarget(text: string): number | undefined {
  const digits = text.trim().replace(/[. ]/g, '')
  if (!/^\d{1,6}$/.test(digits)) return undefined
  const count = Number(digits)
  return count <= 100_000 ? count : undefined
}
