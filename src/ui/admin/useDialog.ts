import { useState } from 'react'
import { useToast } from '../parts/toast/useToast'

/** Which dialog of a screen is open, with what it is about; done with, it closes, says so, and the list is read again. */
export function useDialog<T>(reload: () => void) {
  const toast = useToast()
  const [open, setOpen] = useState<T | null>(null)
  const close = (): void => setOpen(null)
  const done = (words: string): void => {
    close()
    toast.show(words)
    reload()
  }
  return { open, setOpen, close, done }
}
