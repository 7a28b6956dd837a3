import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { Button } from '../parts/Button'
import { Dialog } from '../parts/frame/Dialog'
import { adminTexts } from '../text/admin'
import { useText } from '../text/useText'

interface FormDialogProps {
  readonly title: string
  /** Label of the button that sends; absent = `Lưu`. */
  readonly doIt?: string
  readonly busy: boolean
  /** Whether there is nothing to send yet. */
  readonly off?: boolean
  readonly onSave: () => unknown
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog with fields. The button or Enter sends them. */
export function FormDialog({ title, doIt, busy, off = false, onSave, onClose, children }: FormDialogProps) {
  const t = useText(adminTexts)
  const form = useId()
  const body = useRef<HTMLFormElement>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    // Focus the first field with an error, which may be scrolled out of view.
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
