import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDevice, type Device } from '../tests/support/browser/browser'
import { demoPassword, enrol, openOnlyHamlet, pressUntil } from '../tests/support/browser/people'
import { emptyDataFolder, startProduct, type Product } from '../tests/support/browser/product'

/* Bytes as the server sends them (brotli): to the sign-in screen, to the first form, of the whole offline install. */

const data = emptyDataFolder()
let product: Product
let phone: Device
beforeAll(async () => {
  product = await startProduct(data.path)
  phone = await openDevice({ kind: 'phone' })
})
afterAll(async () => {
  await phone.close()
  await product.stop()
  data.remove()
})

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
/** Size of an asset on the wire: that of its `.br` copy, or of the file itself if there is none. */
const wireSize = (path: string): number => statSync(join('dist/client', `${path}.br`), { throwIfNoEntry: false })?.size ?? statSync(join('dist/client', path)).size

it('measures the first visit, the first form and the install', async () => {
  const { page } = phone
  const asked = new Set<string>()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (/\.(js|css)$/.test(pathname) && pathname !== '/sw.js' && !request.serviceWorker()) asked.add(pathname)
  })
  const total = (): number => [...asked].reduce((sum, path) => sum + wireSize(path), 0)

  await page.goto(product.origin)
  await page.getByLabel('Mật khẩu tài khoản').waitFor()
  const signIn = total()
  await enrol(page, product.origin, product, 'thon1')
  await openOnlyHamlet(page)
  await page.getByRole('button', { name: /^Chưa đến/ }).click()
  await pressUntil(page.locator('[role=list] a.row').first(), /#\/ho\//)
  await page.getByRole('button', { name: /^Làm tiếp/ }).click()
  await page.locator('main .f').first().waitFor()
  const firstForm = total()

  const worker = readFileSync('dist/client/sw.js', 'utf8')
  const precached = [...new Set([...worker.matchAll(/["'`]?url["'`]?:\s*["'`]([^"'`]+)["'`]/g)].map((match) => match[1] ?? ''))]
  const install = precached.reduce((sum, path) => sum + wireSize(path), wireSize('sw.js'))
  const maps = readdirSync('dist/client', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.map'))
  console.log(`\nJS + CSS to the sign-in screen: ${kB(signIn)} brotli (aim 150)\nJS + CSS to the first form: ${kB(firstForm)} brotli (aim 300)\nWhole offline install, ${precached.length} files and the service worker: ${kB(install)} (aim 1,500)\nSource maps in the build: ${maps.length}`)

  expect(demoPassword(product, 'thon1')).not.toBe('')
})
