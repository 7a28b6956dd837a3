import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDevice, type Device } from '../support/browser/browser'
import { enrol, untilInstalled } from '../support/browser/people'
import { demoDataFolder } from '../support/browser/demoDataFolder'
import { startProduct, type Product } from '../support/browser/product'
import { startWeakLink, type WeakLink } from '../support/browser/weakLink'

/* English on a phone: its words lie in a file that phones in Vietnamese do not ask for, and that an installed phone has without a line. */

const ENGLISH = /\/assets\/english-[^/]+\.js$/

const data = demoDataFolder()
let product: Product
/** What the service worker asks for goes over it too. */
let link: WeakLink
let phone: Device
const asked: string[] = []
beforeAll(async () => {
  product = await startProduct(data.path)
  link = await startWeakLink(product.port)
  phone = await openDevice({ kind: 'phone' })
  phone.context.on('request', (request) => { if (!request.serviceWorker()) asked.push(request.url()) })
})
afterAll(async () => {
  await phone.close()
  await link.close()
  await product.stop()
  data.remove()
})

const origin = (): string => `http://127.0.0.1:${link.port}`
const choose = (page: Page, language: string): Promise<void> => page.getByRole('button', { name: language }).click()
const spoken = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.lang)

it('says in both languages that English cannot be had, keeps Vietnamese, and speaks English when it is opened again and can', async () => {
  const { page } = phone
  await page.goto(origin())
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
  expect(asked.filter((url) => ENGLISH.test(url))).toEqual([])
  const scripts = await Promise.all(asked.filter((url) => url.endsWith('.js')).map(async (url) => (await fetch(url)).text()))
  expect(scripts.filter((text) => text.includes('The server was not reached'))).toEqual([])
  await page.route(ENGLISH, (route) => route.abort())

  await choose(page, 'English')
  await page.getByText('Chưa tải được tiếng Anh.').waitFor()
  await page.getByText('English could not be loaded.').waitFor()
  expect(await page.getByRole('heading', { name: 'Đăng nhập' }).count()).toBe(1)
  expect(await spoken(page)).toBe('vi')

  await page.unroute(ENGLISH)
  await page.reload()
  await choose(page, 'English')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(await spoken(page)).toBe('en')
  await choose(page, 'Tiếng Việt')
})

it('speaks English without a line on a phone that has never spoken it, and still when it is opened again', async () => {
  await enrol(phone.page, origin(), product, 'thon1')
  await untilInstalled(phone.page)
  link.setUp(false)
  phone = await phone.restart()
  const { page } = phone
  await page.goto(origin())

  await choose(page, 'English')
  await page.getByRole('button', { name: 'Tiếng Việt' }).waitFor()
  await page.reload()

  await page.getByRole('button', { name: 'Tiếng Việt' }).waitFor()
  expect(await spoken(page)).toBe('en')
})

it('opens in Vietnamese, and says why, where the words chosen earlier are gone', async () => {
  const { page, context } = phone
  await (await context.newCDPSession(page)).send('Network.clearBrowserCache')
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) if (request.url.includes('/assets/english-')) await cache.delete(request)
    }
  })

  await page.reload()

  await page.getByText('English could not be loaded.').waitFor()
  expect(await spoken(page)).toBe('vi')
  expect(await page.getByLabel('Mật khẩu mở sổ').count()).toBe(1)
})
