import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** The words by which a screen reader would name an element: its `aria-label`, its labels and its text. Runs in the page. */
const wordsOf = (element: Element | null): string => {
  const labels = [...((element as HTMLInputElement | null)?.labels ?? [])].map((label) => label.textContent ?? '')
  return [element?.getAttribute('aria-label') ?? '', ...labels, element?.textContent ?? ''].join(' ').trim()
}

/** The words of the focused element. */
export const focused = (page: Page): Promise<string> => page.evaluate(`(${wordsOf})(document.activeElement)`)

/** Waits until an element with that name can take the focus. */
async function untilThere(page: Page, name: RegExp): Promise<void> {
  const seen = (): Promise<readonly string[]> => page.evaluate(`[...document.querySelectorAll('a[href], button, input, select, textarea, [tabindex="0"]')]
    .filter((element) => element.getClientRects().length > 0).map(${wordsOf})`)
  await expect.poll(async () => (await seen()).some((words) => name.test(words)), { message: `untilThere — ${name}` }).toBe(true)
}

/** Presses Tab until an element with that name has the focus. Inside a group of options use `arrowTo` from there. */
export async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  await untilThere(page, name)
  for (let presses = 0; presses < most; presses += 1) {
    if (name.test(await focused(page))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`tabTo — ${most} presses and never at ${name}; at ${await focused(page)}`)
}

/** Goes to an element by Tab and presses Enter. */
export async function pressOn(page: Page, name: RegExp, most?: number): Promise<void> {
  await tabTo(page, name, most)
  await page.keyboard.press('Enter')
}

/** Goes to a text field by Tab and writes into it. */
export async function writeIn(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.insertText(text)
}

export async function arrowTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 12; presses += 1) {
    if (name.test(await focused(page))) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`arrowTo — never at ${name}`)
}
