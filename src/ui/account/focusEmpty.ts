import type { FormEvent } from 'react'

/** To the first box of the form in which nothing was written: what is asked for is typed there. */
export function focusEmpty({ currentTarget }: FormEvent): void {
  const boxes = [...currentTarget.querySelectorAll('input')]
  boxes.find((box) => box.value.trim() === '')?.focus()
}
