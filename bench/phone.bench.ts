import { loadavg } from 'node:os'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, it } from 'vitest'
import { openDevice, type Device } from '../tests/support/browser'
import { enrol, PASSPHRASE, untilInstalled } from '../tests/support/people'
import { emptyDataFolder, startProduct, type Product } from '../tests/support/product'

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

/** Time from an input event to the frame after the next paint, for each key typed. */
async function keyTimes(page: Page, text: string): Promise<readonly number[]> {
  await page.evaluate(() => {
    const times: number[] = ((window as { keyTimes?: number[] }).keyTimes = [])
    document.addEventListener('keydown', () => {
      const start = performance.now()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => times.push(performance.now() - start)
        port2.postMessage(null)
      })
    }, { capture: true })
  })
  for (const key of text) await page.keyboard.press(key === ' ' ? 'Space' : key, { delay: 20 })
  return page.evaluate(() => (window as { keyTimes?: number[] }).keyTimes ?? [])
}

it('measures unlock, search, opening a form and a keystroke', async () => {
  await phone.context.setOffline(true)
  const unlocks: number[] = []
  let page = phone.page
  for (let run = 0; run < 3; run += 1) {
    phone = await phone.restart()
    page = phone.page
    await phone.context.setOffline(true)
    const devtools = await phone.context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.goto(product.origin)
    await page.getByLabel('Mật khẩu mở sổ').fill(PASSPHRASE)
    const start = performance.now()
    await page.keyboard.press('Enter')
    await page.locator('a.row').first().waitFor()
    unlocks.push(performance.now() - start)
  }

  await page.evaluate(() => { location.hash = '/tim' })
  await page.getByRole('searchbox').waitFor()
  const searches = await keyTimes(page, 'nguyen thi hoa')
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
  const keys = await keyTimes(page, 'abcdefghijklmnopqrstuvwxyzabcd')

  console.log(`\nWhole demo commune, CPU slowed 4x, load of the machine ${loadavg()[0]?.toFixed(1)}\nUnlock to a usable list: ${ms(unlocks)} (aim 3,000)\nSearch, key to next paint: ${ms(searches)} (aim 100)\nOpening a form: ${ms(opens)} (aim 500)\nKeystroke in a form: ${ms(keys)} (aim 50)`)
})
