import { useEffect, useLayoutEffect, useRef } from 'react'

/**
 * Opens a native `<dialog>` as a modal. The page behind is inert and Escape closes it. The focus goes to the title and at the end back to
 * the opener.
 */
export function useModal(onClose: () => void) {
  const dialog = useRef<HTMLDialogElement>(null)
  const latest = useRef(onClose)
  useEffect(() => {
    latest.current = onClose
  })
  // A layout effect, so that the dialog is closed while still in the page. Removed while open and focused, it would restyle the whole page once more.
  useLayoutEffect(() => {
    const element = dialog.current
    if (!element) return
    const opener = document.activeElement
    const cancel = (event: Event): void => {
      // A file input inside sends the same event, which bubbles, when no file was chosen.
      if (event.target !== element) return
      event.preventDefault()
      latest.current()
    }
    element.addEventListener('cancel', cancel)
    // Opening focuses the element with `autofocus`. Focusing it by hand after opening would lay out the page a second time.
    element.querySelector('[data-modal-title]')?.setAttribute('autofocus', '')
    if (!element.open) element.showModal()
    return () => {
      element.removeEventListener('cancel', cancel)
      element.close()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  return dialog
}
