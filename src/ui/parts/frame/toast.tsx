import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { partTexts } from '../../text/parts'
import { useText } from '../../text/useText'
import { Button } from '../Button'

interface Toast {
  readonly text: string
  readonly undo?: () => void
}
interface Toasts {
  /** Says that something was done, for 8 s or until the next press. Never the only carrier of an error. */
  readonly show: (text: string, options?: { readonly undo?: () => void }) => void
}

const SHOWN_MS = 8000
const ToastContext = createContext<Toasts>({ show: () => {} })

export function useToast(): Toasts {
  return use(ToastContext)
}

/** Shows one toast at a time, spoken politely; the newest takes the place of the one before. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const t = useText(partTexts)
  const [toast, setToast] = useState<Toast | null>(null)
  const show = useCallback((text: string, options?: { readonly undo?: () => void }) => setToast({ text, ...options }), [])
  const toasts = useMemo(() => ({ show }), [show])
  useEffect(() => {
    if (!toast) return
    const close = (): void => setToast(null)
    const timer = setTimeout(close, SHOWN_MS)
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
          <div className={toast.undo ? 'toast' : 'toast pass'}>
            <span className="gr">{toast.text}</span>
            {toast.undo && <Button onClick={undo}>{t.undo}</Button>}
          </div>
        )}
      </div>
    </ToastContext>
  )
}
