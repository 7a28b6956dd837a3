import { useId, type ReactNode } from 'react'
import { Button } from '../parts/Button'
import { Dialog } from '../parts/Dialog'
import { adminTexts } from '../text/admin'
import { useText } from '../text/useText'

interface FormDialogProps {
  readonly title: string
  /** On the button that sends; without it: Lưu. */
  readonly doIt?: string
  readonly busy: boolean
  /** Nothing to send yet. */
  readonly off?: boolean
  readonly onSave: () => unknown
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Fields to fill and send, with the button or with Enter, or to leave. */
export function FormDialog({ title, doIt, busy, off = false, onSave, onClose, children }: FormDialogProps) {
  const t = useText(adminTexts)
  const form = useId()
  return (
    <Dialog
      title={title} onClose={onClose}
      actions={<><Button kind="quiet" onClick={onClose}>{t.cancel}</Button><Button kind="pri" type="submit" form={form} busy={busy} off={off}>{doIt ?? t.save}</Button></>}
    >
      <form
        id={form} className="st" noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onSave()
        }}
      >
        {children}
      </form>
    </Dialog>
  )
}
