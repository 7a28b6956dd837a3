import { useId, type ReactNode } from 'react'
import { useModal } from './useModal'

interface DialogProps {
  readonly title: string
  /** Called on Escape and the back gesture. Without it only the buttons of the dialog end it. */
  readonly onClose?: () => void
  readonly actions: ReactNode
  readonly children?: ReactNode
}

const stay = (): void => undefined

/** A question before an action that cannot be undone, or that would drop answers. Use it for nothing else. */
export function Dialog({ title, onClose, actions, children }: DialogProps) {
  const id = useId()
  const dialog = useModal(onClose ?? stay)
  return (
    <dialog ref={dialog} className="dlg st" aria-labelledby={id} {...(!onClose && { closedby: 'none' as const })}>
      <h2 id={id} tabIndex={-1} data-modal-title>{title}</h2>
      {children}
      <div className="fx dlg-a">{actions}</div>
    </dialog>
  )
}
