import { loadavg } from 'node:os'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, it } from 'vitest'
import { openDevice, type Device } from '../tests/support/browser'
import { enrol, PASSPHRASE, untilInstalled } from '../tests/support/people'
import { emptyDataFolder, startProduct, type Product } from '../tests/support/product'
import { keyTimes } from './keyTimes'

/* The whole demo commune on the device, CPU slowed 4 times, no network: what an officer of 55 waits for. */

const data = emptyDataFolder()
let product: Product
let phone: Device
beforeAll(async () => {
  product = await startProduct(data.path)
  phone = await openDevice({ kind: 'phone' })
  await enrol(phone.page, product.origin, product, 'canbo')
  await untilInstalled(phone.page)
})
afterAll(async () => {
  await phone.close()
  await product.stop()
  data.remove()
})

const sorted = (times: readonly number[]): readonly number[] => [...times].sort((a, b) => a - b)
const median = (times: readonly number[]): number => sorted(times)[Math.floor(times.length / 2)] ?? 0
const p95 = (times: readonly number[]): number => sorted(times)[Math.floor(times.length * 0.95)] ?? 0
const ms = (times: readonly number[]): string => `median ${Math.round(median(times))} ms, p95 ${Math.round(p95(times))} ms of ${times.length}`

/** Presses Enter; milliseconds until the first row is painted, told by the page itself. */
async function enterToFirstRow(page: Page): Promise<number> {
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
declare global { interface Window { firstRow?: Promise<number> } }

it('measures unlock, search, opening a form and a keystroke', async () => {
  await phone.context.setOffline(true)
  const unlocks: number[] = []
  let page = phone.page
  for (let run = 0; run < 5; run += 1) {
    phone = await phone.restart()
    page = phone.page
    await phone.context.setOffline(true)
    const devtools = await phone.context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.goto(product.origin)
    await page.getByLabel('Mật khẩu mở sổ').fill(PASSPHRASE)
    unlocks.push(await enterToFirstRow(page))
  }

  await page.evaluate(() => { location.hash = '/tim' })
  await page.getByRole('searchbox').waitFor()
  const searches = await keyTimes(page, 'nguyen thi hoa', 'settled')
  const opens: number[] = []
  for (let n = 0; n < 5; n += 1) {
    await page.evaluate(() => { location.hash = '/viec' })
    const rows = page.locator('a.row')
    await rows.nth(n).waitFor()
    const start = performance.now()
    await rows.nth(n).click()
    await page.locator('main .f').first().waitFor()
    opens.push(performance.now() - start)
  }
  await page.evaluate(() => { location.hash = '/thon' })
  await page.locator('a.row').first().click()
  await page.getByRole('link', { name: 'Thêm hộ' }).click()
  await page.getByLabel('Họ tên chủ hộ').click()
  const keys = await keyTimes(page, 'abcdefghijklmnopqrstuvwxyzabcd', 'echo')

  console.log(`\nWhole demo commune, CPU slowed 4x, load of the machine ${loadavg()[0]?.toFixed(1)}\nUnlock to a usable list: ${ms(unlocks)} (aim 3,000)\nSearch, key to its list painted: ${ms(searches)} (aim 100)\nOpening a form: ${ms(opens)} (aim 500)\nKeystroke in a form: ${ms(keys)} (aim 50)`)
})
