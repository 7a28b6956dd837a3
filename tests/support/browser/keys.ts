import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Words by which a screen reader would name an element: its label, its text, or the words of its box. Runs in the page. */
const wordsOf = (element: Element | null): string => {
  const labels = [...((element as HTMLInputElement | null)?.labels ?? [])].map((label) => label.textContent ?? '')
  return [element?.getAttribute('aria-label') ?? '', ...labels, element?.textContent ?? ''].join(' ').trim()
}

/** The words of what has the focus. */
export const focused = (page: Page): Promise<string> => page.evaluate(`(${wordsOf})(document.activeElement)`)

/** Until something of that name can have the focus: whoever does not see it does not set out. */
async function untilThere(page: Page, name: RegExp): Promise<void> {
  const seen = (): Promise<readonly string[]> => page.evaluate(`[...document.querySelectorAll('a[href], button, input, select, textarea, [tabindex="0"]')]
    .filter((element) => element.getClientRects().length > 0).map(${wordsOf})`)
  await expect.poll(async () => (await seen()).some((words) => name.test(words)), { message: `untilThere — ${name}` }).toBe(true)
}

/** Tab until something of that name has the focus; in a row of options the arrow keys go on from there. */
export async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  await untilThere(page, name)
  for (let presses = 0; presses < most; presses += 1) {
    if (name.test(await focused(page))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`tabTo — ${most} presses and never at ${name}; at ${await focused(page)}`)
}

/** Tab there and press it. */
export async function pressOn(page: Page, name: RegExp, most?: number): Promise<void> {
  await tabTo(page, name, most)
  await page.keyboard.press('Enter')
}

/** Tab to the box and write. */
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
