import type { KeyboardEvent } from 'react'

const BOXES = 'input:not([type=hidden]), select, textarea, button.pick-b'

/**
 * Enter moves to the next box, as on paper; it never submits. While a word is being composed (Telex, VNI), Enter belongs to the
 * input method and does nothing here.
 */
export function nextOnEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  event.preventDefault()
  const boxes = [...(event.currentTarget.closest('main, dialog')?.querySelectorAll<HTMLElement>(BOXES) ?? [])]
  boxes[boxes.indexOf(event.currentTarget) + 1]?.focus()
}
