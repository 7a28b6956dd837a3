import { useId, type ReactNode } from 'react'
import { useModal } from './useModal'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly actions: ReactNode
  readonly children?: ReactNode
}

/** A question before what cannot be undone or silently drops answers; nothing else deserves one. */
export function Dialog({ title, onClose, actions, children }: DialogProps) {
  const id = useId()
  const dialog = useModal(onClose)
  return (
    <dialog ref={dialog} className="dlg st" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1} data-modal-title>{title}</h2>
      {children}
      <div className="fx dlg-a">{actions}</div>
    </dialog>
  )
}
