import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { fillForm, sendForm } from '../support/fillForm'
import { go } from '../support/inBook'
import { demoPassword, enrol, pressUntil, untilInstalled, type DemoUser } from '../support/browser/people'
import { productWorld } from '../support/browser/productWorld'

/* A lost phone: its device revoked and its password reset, as the guide tells the administrator. */

const world = productWorld()

/** The administrator, without a browser. */
async function administrator() {
  const { product } = world
  const headers = { 'content-type': 'application/json', cookie: '', 'x-csrf-token': '' }
  const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(product.origin + path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    if (!answer.ok) throw new Error(`administrator — ${path} — ${answer.status}`)
    headers.cookie ||= answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    return answer.json() as Promise<T>
  }
  const me = await call<{ csrf: string; communes: { code: string }[] }>('POST', '/api/sign-in', { username: 'quantri', password: demoPassword(product, 'quantri') })
  headers['x-csrf-token'] = me.csrf
  const commune = me.communes[0]!.code
  const devices = () => call<{ devices: { id: string; userId: string; last: number; revoked: boolean }[] }>('GET', `/api/admin/devices?commune=${commune}`)
  return {
    /** @returns what asks how much the server has of the phone, and the new password */
    async loses(username: DemoUser): Promise<{ readonly received: () => Promise<number>; readonly password: string }> {
      const { users } = await call<{ users: { id: string; username: string }[] }>('GET', `/api/admin/users?commune=${commune}`)
      const userId = users.find((user) => user.username === username)!.id
      const phone = (await devices()).devices.filter((device) => device.userId === userId).at(-1)!
      await call('POST', `/api/admin/devices/${phone.id}/revoke`, { commune })
      const { password } = await call<{ password: string }>('POST', `/api/admin/users/${userId}/reset-password`, {})
      return { password, received: async () => (await devices()).devices.find((device) => device.id === phone.id)!.last }
    },
  }
}

async function phoneOf(user: DemoUser) {
  const phone = await world.device({ kind: 'phone' })
  await enrol(phone.page, world.product.origin, world.product, user)
  await untilInstalled(phone.page)
  return phone
}

async function beginHousehold(page: Page, code: string): Promise<void> {
  await pressUntil(page.getByRole('link', { name: 'Thêm hộ' }), /#\/(them|phieu)\//)
  await fillForm(page, { 'Mã hộ gia đình': code, 'Họ tên chủ hộ': 'Katơr Thị Thử' })
}

async function lock(page: Page): Promise<void> {
  await go(page, '/cua-toi')
  await page.getByRole('button', { name: 'Khóa sổ', exact: true }).click()
  await page.getByText('Quên mật khẩu mở sổ').waitFor()
}

const books = (page: Page): Promise<readonly string[]> => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? '').filter((name) => name.startsWith('sothon-')))
const untilNoBook = (page: Page): Promise<unknown> =>
  page.waitForFunction(async () => (await indexedDB.databases()).every(({ name }) => !name?.startsWith('sothon-')), undefined, { polling: 500 })

/** What is not in the standard library's types. */
interface WakingRegistration extends ServiceWorkerRegistration { readonly sync: { getTags(): Promise<readonly string[]> } }

/** Said as soon as the keys are gone; the browser takes its time with the files. */
async function isErased(page: Page): Promise<void> {
  await page.getByText(/Máy này đã bị thu hồi hoặc tài khoản đã ngừng, nên sổ của .* đã được xóa khỏi máy/).waitFor()
  await untilNoBook(page)
}

describe('[S40] a lost phone', () => {
  it('that nobody opens hands in what was sealed, and its book is gone', async () => {
    const { page, context } = await phoneOf('thon1')
    await context.setOffline(true)
    await beginHousehold(page, 'NS-8001')
    await sendForm(page)
    await lock(page)
    const { received } = await (await administrator()).loses('thon1')
    expect(await received()).toBe(0)

    await context.setOffline(false)

    await isErased(page)
    expect(await received()).toBe(1)
  })

  it('[S43] hands in a form that was only begun, and its owner has it back on the next phone', async () => {
    const { page } = await phoneOf('thon2')
    await pressUntil(page.getByRole('link', { name: 'Gò Sạn' }), /#\/thon\/./)
    await beginHousehold(page, 'NS-8002')
    await lock(page)
    const { password } = await (await administrator()).loses('thon2')

    await page.reload()

    await isErased(page)
    const next = (await world.device({ kind: 'phone' })).page
    await enrol(next, world.product.origin, world.product, 'thon2', password)
    await go(next, '/viec')
    await next.getByText(/1 phiếu đang làm dở đã được lấy lại/).first().waitFor()
    await next.getByRole('link', { name: /NS-8002|Katơr Thị Thử/ }).first().click()
    await sendForm(next)
  })

  it('that lies in a drawer is erased when the browser wakes the app by itself', async () => {
    const { page, context } = await phoneOf('giamsat')
    await go(page, '/cua-toi')
    await page.getByRole('button', { name: 'Khóa sổ', exact: true }).click()
    await page.getByText('Quên mật khẩu mở sổ').waitFor()
    // Closing the book had the browser look whether anything is to be sent: that look would find the phone lost as well.
    await page.waitForFunction(async () => (await (await navigator.serviceWorker.ready as WakingRegistration).sync.getTags()).length === 0, undefined, { polling: 500 })
    // Nothing of the app is open any more.
    await page.goto(`${world.product.origin}/icons/icon-192.png`)
    await (await administrator()).loses('giamsat')
    expect(await books(page)).toHaveLength(1)

    const devtools = await context.newCDPSession(page)
    const registered = new Promise<string>((done) => devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => registrations[0] && done(registrations[0].registrationId)))
    await devtools.send('ServiceWorker.enable')
    await devtools.send('ServiceWorker.dispatchPeriodicSyncEvent', { origin: world.product.origin, registrationId: await registered, tag: 'sothon-standing' })

    await untilNoBook(page)
  })

  it('open in somebody\'s hands hands in, closes and is erased', async () => {
    const { page, context } = await phoneOf('canbo')
    // It asks every minute: without a line it cannot find out before.
    await context.setOffline(true)
    await (await administrator()).loses('canbo')

    await context.setOffline(false)

    await isErased(page)
  })
})
