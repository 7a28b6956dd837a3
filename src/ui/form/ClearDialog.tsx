import { fieldLabel } from '../../domain/forms/wording/words'
import { Button } from '../parts/Button'
import { Dialog } from '../parts/frame/Dialog'
import { formTexts } from '../text/form'
import { useLanguage } from '../text/language'
import { useText } from '../text/useText'
import type { FormSession } from './filling/useFormSession'

/** Asks before a change that would drop other answers, and names those answers. Draws nothing without a proposal. */
export function ClearDialog({ session: { form, proposal, confirm, cancel } }: { readonly session: FormSession }) {
  const t = useText(formTexts)
  const { language } = useLanguage()
  if (!proposal) return null
  const name = (id: string): string => {
    const of = form.fields[id]
    return of ? fieldLabel(of, language, true) : id
  }
  return (
    <Dialog
      title={t.clearTitle(Object.keys(proposal.changes).map(name))} onClose={cancel}
      actions={<><Button kind="pri" onClick={confirm}>{t.change}</Button><Button onClick={cancel}>{t.keep}</Button></>}
    >
      <p>{t.clearHelp(proposal.cleared.length)}</p>
      <ul>{proposal.cleared.map((id) => <li key={id}>{name(id)}</li>)}</ul>
    </Dialog>
  )
}
