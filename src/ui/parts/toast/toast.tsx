import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { partTexts } from '../../text/parts'
import { useText } from '../../text/useText'
import { Button } from '../Button'

interface ToastOptions {
  readonly undo?: () => void
  /** Something could not be done: said at once, and not gone by itself. */
  readonly isTrouble?: true
  /** With whom it ends. */
  readonly owner?: object
}
interface Toast extends ToastOptions {
  readonly text: string
}
interface Toasts {
  /** Says that something was done, for 8 s or until the next press. Never the only carrier of an error. */
  readonly show: (text: string, options?: ToastOptions) => void
  /** Takes away what that owner shows. */
  readonly end: (owner: object) => void
}

const SHOWN_MS = 8000
const ToastContext = createContext<Toasts>({ show: () => {}, end: () => {} })

export function useToast(): Pick<Toasts, 'show'> {
  return use(ToastContext)
}

/** Offers to undo that end with their screen, or before: taken up later they would write over what was done since. */
export function useOwnToast() {
  const { show, end } = use(ToastContext)
  const [owner] = useState({})
  const own = useMemo(() => ({ offer: (text: string, undo: () => void) => show(text, { undo, owner }), end: () => end(owner) }), [show, end, owner])
  useEffect(() => own.end, [own])
  return own
}

/** Shows one toast at a time, spoken politely; the newest takes the place of the one before. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const t = useText(partTexts)
  const [toast, setToast] = useState<Toast | null>(null)
  const show = useCallback((text: string, options?: ToastOptions) => setToast({ text, ...options }), [])
  const end = useCallback((owner: object) => setToast((toast) => (toast?.owner === owner ? null : toast)), [])
  const toasts = useMemo(() => ({ show, end }), [show, end])
  useEffect(() => {
    if (!toast) return
    const close = (): void => setToast(null)
    const timer = toast.isTrouble ? undefined : setTimeout(close, SHOWN_MS)
    // Who presses the next thing has gone on: nothing may lie over it. One that offers to undo waits its time.
    // Under that one the page is scrolled far enough for its last question (app.css).
    if (toast.undo) document.documentElement.dataset.undo = ''
    else addEventListener('pointerdown', close)
    return () => {
      clearTimeout(timer)
      removeEventListener('pointerdown', close)
      delete document.documentElement.dataset.undo
    }
  }, [toast])
  const undo = (): void => {
    toast?.undo?.()
    setToast(null)
  }
  return (
    <ToastContext value={toasts}>
      {children}
      <div className="toasts" role="status">
        {toast && (
          <div className={toast.undo ? 'toast' : 'toast pass'} role={toast.isTrouble && 'alert'}>
            <span className="gr">{toast.text}</span>
            {toast.undo && <Button onClick={undo}>{t.undo}</Button>}
          </div>
        )}
      </div>
    </ToastContext>
  )
}
