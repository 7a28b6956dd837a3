import type { Page } from 'playwright-core'
import { PASSPHRASE } from '../tests/support/browser/people'
import { keyTimes } from './keyTimes'

const sorted = (times: readonly number[]): readonly number[] => [...times].sort((a, b) => a - b)
export const median = (times: readonly number[]): number => sorted(times)[Math.floor(times.length / 2)] ?? 0
const p95 = (times: readonly number[]): number => sorted(times)[Math.floor(times.length * 0.95)] ?? 0
export const ms = (times: readonly number[]): string => `median ${Math.round(median(times))} ms, p95 ${Math.round(p95(times))} ms of ${times.length}`

declare global { interface Window { firstRow?: Promise<number> } }

/**
 * Types the passphrase key by key, as its owner does: the first key after a browser's start takes a tenth of a second in any page.
 * @returns milliseconds from Enter until the first row is painted, measured in the page
 */
export async function unlockToFirstRow(page: Page): Promise<number> {
  await page.getByLabel('Mật khẩu mở sổ').pressSequentially(PASSPHRASE)
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

const SOUGHT = 'nguyen thi hoa'
/** The shortest time in which a person sees a text field and presses a key. */
const HAND_MS = 500

/** Milliseconds from each key of a name until the list for it is painted. */
export async function searchTimes(page: Page): Promise<readonly number[]> {
  await page.evaluate(() => { location.hash = '/tim' })
  await page.getByRole('searchbox').waitFor()
  await page.waitForTimeout(HAND_MS)
  return keyTimes(page, SOUGHT, 'settled')
}

/** The same for a page that searches nothing: a text field, and twelve lines written again at each key. That is the browser's own share. */
export async function plainSearchTimes(page: Page): Promise<readonly number[]> {
  await page.setContent('<!doctype html><meta name="viewport" content="width=device-width"><style>li{padding:12px;border-bottom:1px solid}</style><input type="search"><ul></ul>')
  await page.evaluate(() => {
    const [box, list] = [document.querySelector('input')!, document.querySelector('ul')!]
    box.addEventListener('input', () => {
      list.innerHTML = Array.from({ length: 12 }, (_, n) => `<li><a href="#${n}"><div>Nguyễn Thị ${box.value}</div><div>Nhân khẩu · 1990 · Thôn ${n}</div></a></li>`).join('')
    })
  })
  await page.getByRole('searchbox').pressSequentially(PASSPHRASE)
  await page.getByRole('searchbox').fill('')
  return keyTimes(page, SOUGHT, 'settled')
}

/** Words for the times of all keys, and of the first key of each run. */
export const keysAndFirst = (runs: readonly (readonly number[])[]): string =>
  `${ms(runs.flat())}; first keys ${runs.flatMap(([first]) => first ?? []).map(Math.round).join(', ')} ms`
