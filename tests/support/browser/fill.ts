import type { UserEvent } from '@testing-library/user-event'

/** Puts a whole text into a box at once (typing key by key makes slow tests), then presses keys, e.g. `{Enter}`. */
export async function fill(user: UserEvent, box: HTMLElement, text: string, keys = ''): Promise<void> {
  await user.click(box)
  if (text) await user.paste(text)
  if (keys) await user.keyboard(keys)
}
