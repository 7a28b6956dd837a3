import type { Page } from 'playwright-core'

const sorted = (times: readonly number[]): readonly number[] => [...times].sort((a, b) => a - b)
export const median = (times: readonly number[]): number => sorted(times)[Math.floor(times.length / 2)] ?? 0
const p95 = (times: readonly number[]): number => sorted(times)[Math.floor(times.length * 0.95)] ?? 0
export const ms = (times: readonly number[]): string => `median ${Math.round(median(times))} ms, p95 ${Math.round(p95(times))} ms of ${times.length}`

declare global { interface Window { firstRow?: Promise<number> } }

/** Presses Enter; milliseconds until the first row is painted, told by the page itself. */
export async function enterToFirstRow(page: Page): Promise<number> {
  await page.evaluate(() => {
    window.firstRow = new Promise((resolve) => {
      let start = 0
      document.addEventListener('keydown', () => { start = performance.now() }, { capture: true, once: true })
      const drawn = new MutationObserver(() => {
        if (!document.querySelector('a.row')) return
        drawn.disconnect()
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
      })
      drawn.observe(document.body, { subtree: true, childList: true })
    })
  })
  await page.keyboard.press('Enter')
  return page.evaluate(() => window.firstRow ?? 0)
}
