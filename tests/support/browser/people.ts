import type { Locator, Page } from 'playwright-core'
import type { Product } from './product'
import { leaveFor } from '../inBook'

export type DemoUser = 'quantri' | 'giamsat' | 'canbo' | 'thon1' | 'thon2'

/** The passphrase of everybody in tests: hard to guess, easy to type. */
export const PASSPHRASE = 'suối le mùa lũ 47 con trâu'

/** Password of a demo account, as the product printed it. */
export function demoPassword(product: Product, user: DemoUser): string {
  const line = product.output().split('\n').find((each) => each.split(/\s+/).includes(user))
  const password = line?.trim().split(/\s+/).at(-1)
  if (!password) throw new Error(`demoPassword — not printed — ${user}`)
  return password
}

/** First visit of a person on a device: sign in, choose the passphrase, wait for the first download. */
export async function enrol(page: Page, origin: string, product: Product, user: DemoUser, password = demoPassword(product, user)): Promise<void> {
  await page.goto(origin)
  await page.getByLabel('Tên đăng nhập').fill(user)
  await page.getByLabel('Mật khẩu tài khoản').fill(password)
  await page.keyboard.press('Enter')
  await page.getByLabel('Mật khẩu mở sổ', { exact: true }).fill(PASSPHRASE)
  await page.getByLabel('Nhập lại mật khẩu mở sổ').fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await untilOpened(page)
}

/** Skips the tour for new users and waits until the first download is complete. */
export async function untilOpened(page: Page): Promise<void> {
  const inside = page.getByRole('navigation', { name: 'Chính' })
  const skip = page.getByRole('button', { name: 'Bỏ qua' })
  await inside.or(skip).first().waitFor({ timeout: 180_000 })
  if ((await skip.count()) > 0) await skip.click()
  await inside.waitFor({ timeout: 180_000 })
}

export async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Mật khẩu mở sổ').fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Chính' }).waitFor()
}

/** The whole install, 860 kB, takes 35 s over 200 kbit/s, and shares that line with the first download. */
const INSTALL_MS = 240_000

/** Waits until the service worker has everything an offline start needs. */
export async function untilInstalled(page: Page): Promise<void> {
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated', null, { timeout: INSTALL_MS })
}

/**
 * Opens the list of the only hamlet a member has. The app goes there in two steps, and the old screen stays for a moment: a press on
 * it would be lost.
 */
export async function openOnlyHamlet(page: Page): Promise<void> {
  const place = /#\/thon\/[0-9a-f-]+$/
  if (place.test(page.url())) return
  await leaveFor(page, '/thon')
  await page.waitForURL(place)
  await page.locator('main:not([data-left])').getByRole('listitem').getByRole('link').first().waitFor()
}

/** The first link of the list on the screen: the first door of a hamlet, or the first person at a door. */
export const firstRow = (page: Page): Locator => page.getByRole('main').getByRole('listitem').getByRole('link').first()

/** After this time a press counts as lost. */
const PRESS_MS = 10_000

/** Presses again until the page is at `place`, as a person does: a long list that is still being laid out can move away under the thumb. */
export async function pressUntil(link: Locator, place: RegExp): Promise<void> {
  await link.click()
  for (let tries = 0; tries < 5; tries += 1) {
    if (await link.page().waitForURL(place, { timeout: PRESS_MS }).then(() => true, isTooLate)) return
    // The link is gone if the press before took effect late.
    await link.click({ timeout: PRESS_MS }).catch(isTooLate)
  }
  throw new Error(`pressUntil — it leads nowhere — ${place}`)
}

/** To `catch` a timeout of something that may disappear before it is pressed: `false`. @throws every other error again */
export function isTooLate(error: Error): false {
  if (error.name !== 'TimeoutError') throw error
  return false
}
