import type { FormEvent } from 'react'

/** Puts the focus on the first empty box of the form. */
export function focusEmpty({ currentTarget }: FormEvent): void {
  const boxes = [...currentTarget.querySelectorAll('input')]
  boxes.find((box) => box.value.trim() === '')?.focus()
}
