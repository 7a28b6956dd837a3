import { useEffect, useLayoutEffect, useRef } from 'react'

/**
 * Opens a native `<dialog>` as a modal: the page behind is inert, Escape closes, focus goes to the title and back to
 * the opener at the end.
 */
export function useModal(onClose: () => void) {
  const dialog = useRef<HTMLDialogElement>(null)
  const latest = useRef(onClose)
  useEffect(() => {
    latest.current = onClose
  })
  // Closed while it is still in the page: taken out open and with the focus in it, the whole page would be styled once more.
  useLayoutEffect(() => {
    const element = dialog.current
    if (!element) return
    const opener = document.activeElement
    const cancel = (event: Event): void => {
      // A file box inside tells by the same event, which rises, that no file was chosen.
      if (event.target !== element) return
      event.preventDefault()
      latest.current()
    }
    element.addEventListener('cancel', cancel)
    // Opening gives the focus to what asks for it: giving it by hand after that would lay the page out a second time.
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
