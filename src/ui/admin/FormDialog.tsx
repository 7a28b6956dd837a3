import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { Button } from '../parts/Button'
import { Dialog } from '../parts/frame/Dialog'
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
  const body = useRef<HTMLFormElement>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    // To what is wrong, which may stand above what is seen.
    if (tries > 0) body.current?.querySelector<HTMLElement>('.has-err :is(input, select, textarea)')?.focus()
  }, [tries])
  return (
    <Dialog
      title={title} onClose={onClose}
      actions={<><Button kind="quiet" onClick={onClose}>{t.cancel}</Button><Button kind="pri" type="submit" form={form} busy={busy} off={off}>{doIt ?? t.save}</Button></>}
    >
      <form
        id={form} ref={body} className="st" noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onSave()
          setTries(tries + 1)
        }}
      >
        {children}
      </form>
    </Dialog>
  )
}
