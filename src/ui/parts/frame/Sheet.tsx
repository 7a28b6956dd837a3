import { useId, type ReactNode } from 'react'
import { partTexts } from '../../text/parts'
import { useText } from '../../text/useText'
import { Icon } from '../Icon'
import { useModal } from './useModal'

/** A sheet that comes from below (phone). The page behind is inert. */
export function Sheet({ title, onClose, children }: { readonly title: string; readonly onClose: () => void; readonly children: ReactNode }) {
  const t = useText(partTexts)
  const id = useId()
  const dialog = useModal(onClose)
  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby={id}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <div className="sh">
        <h2 id={id} tabIndex={-1} data-modal-title>{title}</h2>
        <button type="button" className="ib" aria-label={t.close} onClick={onClose}><Icon name="x" /></button>
      </div>
      {children}
    </dialog>
  )
}
