import { loadavg } from 'node:os'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, it } from 'vitest'
import { openDevice, type Device } from '../tests/support/browser/browser'
import { enrol, untilInstalled } from '../tests/support/browser/people'
import { emptyDataFolder, startProduct, type Product } from '../tests/support/browser/product'
import { keyTimes } from './keyTimes'
import { keysAndFirst, ms, plainSearchTimes, searchTimes, unlockToFirstRow } from './phoneTimes'

/* The whole demo commune on the device, with the CPU slowed 4 times and no network: how long an officer waits. */

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

it('measures unlock, search, opening a form and a keystroke', async () => {
  const unlocks: number[] = []
  const searches: (readonly number[])[] = []
  const plain: (readonly number[])[] = []
  for (let run = 0; run < 5; run += 1) {
    plain.push(await plainSearchTimes(await startSlow()))
    const page = await startSlow()
    await page.goto(product.origin)
    unlocks.push(await unlockToFirstRow(page))
    searches.push(await searchTimes(page))
  }

  const { page } = phone
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

  console.log(`\nWhole demo commune, CPU slowed 4x, load of the machine ${loadavg()[0]?.toFixed(1)}\nUnlock to a usable list: ${ms(unlocks)} (aim 3,000)\nSearch, key to its list painted: ${keysAndFirst(searches)} (aim 50)\nThe same keys in a page that only writes twelve lines: ${keysAndFirst(plain)}\nOpening a form: ${ms(opens)} (aim 500)\nKeystroke in a form: ${ms(keys)} (aim 50)`)
})

/** Starts the browser again, offline and slowed. */
async function startSlow(): Promise<Page> {
  phone = await phone.restart()
  await phone.context.setOffline(true)
  const devtools = await phone.context.newCDPSession(phone.page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  return phone.page
}
