import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { partTexts } from '../../text/parts'
import { useText } from '../../text/useText'
import { Button } from '../Button'

interface ToastOptions {
  readonly undo?: () => void
  /** Something could not be done. It is read out at once and does not disappear by itself after a time. */
  readonly isTrouble?: true
  /** The toast ends with its owner. */
  readonly owner?: object
}
interface Toast extends ToastOptions {
  readonly text: string
}
interface Toasts {
  /** Says that something was done, for 8 s or until the next press. An error must be shown elsewhere too. */
  readonly show: (text: string, options?: ToastOptions) => void
  /** Removes the toast of this owner, if it is the one shown. */
  readonly end: (owner: object) => void
}

const SHOWN_MS = 8000
const ToastContext = createContext<Toasts>({ show: () => {}, end: () => {} })

/** Shows toasts that outlive their screen. */
export function useToast(): Pick<Toasts, 'show'> {
  return use(ToastContext)
}

/** Undo offers that end with their screen, or earlier by `end`: an undo pressed later would overwrite newer work. */
export function useOwnToast() {
  const { show, end } = use(ToastContext)
  const [owner] = useState({})
  const own = useMemo(() => ({ offer: (text: string, undo: () => void) => show(text, { undo, owner }), end: () => end(owner) }), [show, end, owner])
  useEffect(() => own.end, [own])
  return own
}

/** Shows one toast at a time, read out politely. A new toast replaces the old one. */
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
    // The next press means that the person has gone on, so nothing may cover the page. A toast with undo stays for its time instead.
    // Meanwhile the page can be scrolled far enough to show its last question above it (app.css).
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
