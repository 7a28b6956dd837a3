import type { Page } from 'playwright-core'

/** Words by which a screen reader would name what has the focus: its label, its text, or the words of its box. */
export const focused = (page: Page): Promise<string> => page.evaluate(() => {
  const element = document.activeElement as HTMLElement | null
  const labels = [...((element as HTMLInputElement | null)?.labels ?? [])].map((label) => label.textContent ?? '')
  return [element?.getAttribute('aria-label') ?? '', ...labels, element?.textContent ?? ''].join(' ').trim()
})

/** Tab until something of that name has the focus; in a row of options the arrow keys go on from there. */
export async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
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
