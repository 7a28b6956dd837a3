import type { Page } from 'playwright-core'

/** Counts the presses of a piece of work on the screen, plus one for each typed text. */
export type Taps = (work: () => Promise<void>, typed?: number) => Promise<number>

/** Counts the presses that reach the page, from its next load on. The test driver withdraws a press whose button moved away under it. */
export async function countTaps(page: Page): Promise<Taps> {
  await page.addInitScript(() => {
    document.addEventListener('pointerdown', () => { (window as unknown as { taps?: number }).taps = ((window as unknown as { taps?: number }).taps ?? 0) + 1 }, true)
  })
  const count = (): Promise<number> => page.evaluate(() => (window as unknown as { taps?: number }).taps ?? 0)
  return async (work, typed = 0) => {
    const before = await count()
    await work()
    return (await count()) - before + typed
  }
}
