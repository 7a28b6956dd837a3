import { useState } from 'react'
import { useToast } from '../parts/toast/useToast'

/** The open dialog of a screen and what it is about; `null` = none. `done` closes it, shows the words, and loads the list again. */
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
