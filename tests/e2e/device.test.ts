import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDevice, type Device } from '../support/browser/browser'
import { fillForm, sendForm } from '../support/fillForm'
import { go } from '../support/inBook'
import { enrol, PASSPHRASE, pressUntil, unlock, untilInstalled } from '../support/browser/people'
import { demoDataFolder } from '../support/browser/demoDataFolder'
import { startProduct, type Product } from '../support/browser/product'

/* What a phone keeps, what it gives away and how it opens, in real Chromium. */

const PERSON = 'Katơr Thị Kín Đáo'
const PHONE_NUMBER = '0912000777'
const NUMBER = '058180777888'

const data = demoDataFolder()
let product: Product
let phone: Device
beforeAll(async () => {
  product = await startProduct(data.path)
  phone = await openDevice({ kind: 'phone' })
  // WebAuthn knows only names, so the phone opens `localhost`, not 127.0.0.1.
  await enrol(phone.page, `http://localhost:${product.port}`, product, 'thon1')
  await untilInstalled(phone.page)
})
afterAll(async () => {
  await phone.close()
  await product.stop()
  data.remove()
})

const lock = async (page: Page): Promise<void> => {
  await go(page, '/cua-toi')
  await page.getByRole('button', { name: 'Khóa sổ', exact: true }).click()
  await page.getByText('Quên mật khẩu mở sổ').waitFor()
}

describe('a phone in the hamlet', () => {
  it('sends the sealed queue by Background Sync while the book is locked', async () => {
    const { page, context } = phone
    await context.setOffline(true)
    await pressUntil(page.getByRole('link', { name: 'Thêm hộ' }), /#\/(them|phieu)\//)
    await fillForm(page, { 'Mã hộ gia đình': 'NS-7777', 'Họ tên chủ hộ': PERSON, 'Số điện thoại': PHONE_NUMBER })
    await sendForm(page)
    await page.getByRole('link', { name: 'Thêm người' }).click()
    await fillForm(page, { 'Họ, chữ đệm': PERSON, 'Ngày, tháng, năm sinh': '1980', 'Giới tính': 'Nữ', 'Số định danh': NUMBER, 'Quan hệ với chủ hộ': 'Chủ hộ' })
    await sendForm(page)
    await lock(page)
    expect(await sealedCount(page)).toBe(2)

    await context.setOffline(false)

    await page.waitForFunction(countSealed, undefined, { polling: 500 })
    await unlock(page)
    await go(page, '/dong-bo')
    await page.getByRole('heading', { name: 'Không còn phiếu nào chờ gửi' }).waitFor()
  })

  it('keeps nothing readable of a person in its databases, caches or storage', async () => {
    const kept = await everythingKept(phone.page)

    expect(kept.length).toBeGreaterThan(100_000)
    for (const secret of [PERSON, 'Katơr', PHONE_NUMBER, NUMBER, 'Chamaléa', 'Suối Le', PASSPHRASE]) expect(kept.includes(secret), secret).toBe(false)
  })

  it('opens by the device\'s key and a PIN, and by neither alone', async () => {
    const { page, context } = phone
    const devtools = await context.newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: { protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasResidentKey: true, hasUserVerification: true, hasPrf: true, isUserVerified: true, automaticPresenceSimulation: true },
    })
    await go(page, '/cua-toi')
    await page.reload()
    await unlock(page)
    await go(page, '/cua-toi')
    await page.getByLabel(/^Mã PIN/).fill('4719')
    await page.getByRole('button', { name: 'Bật cách mở này' }).click()
    await page.getByText('Đã bật mở bằng vân tay và mã PIN.').waitFor()
    await lock(page)

    await page.getByLabel('Mã PIN').fill('9999')
    await page.keyboard.press('Enter')
    await page.getByText(/chưa đúng/).first().waitFor()
    await page.getByLabel('Mã PIN').fill('4719')
    await page.keyboard.press('Enter')

    await page.getByRole('navigation', { name: 'Chính' }).waitFor()
  })

  it('leaves no name, number or phone in the files of the browser', async () => {
    await phone.context.close()

    const found = filesOf(phone.profile).flatMap((file) => {
      const bytes = readFileSync(file)
      return [PERSON, PHONE_NUMBER, NUMBER, 'Chamaléa'].filter((secret) => bytes.includes(Buffer.from(secret)) || bytes.includes(Buffer.from(secret, 'utf16le'))).map((secret) => `${file}: ${secret}`)
    })
    expect(found).toEqual([])
  })
})

/** Runs in the page: true once no envelope waits in any store of the origin. */
async function countSealed(): Promise<boolean> {
  for (const { name } of await indexedDB.databases()) {
    const open = indexedDB.open(name ?? '')
    const database = await new Promise<IDBDatabase>((done, fail) => { open.onsuccess = () => done(open.result); open.onerror = () => fail(open.error) })
    const stores = [...database.objectStoreNames].filter((store) => store === 'sealed')
    for (const store of stores) {
      const count = database.transaction(store).objectStore(store).count()
      const left = await new Promise<number>((done) => { count.onsuccess = () => done(count.result) })
      if (left > 0) { database.close(); return false }
    }
    database.close()
  }
  return true
}

function sealedCount(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let sum = 0
    for (const { name } of await indexedDB.databases()) {
      const open = indexedDB.open(name ?? '')
      const database = await new Promise<IDBDatabase>((done) => { open.onsuccess = () => done(open.result) })
      if ([...database.objectStoreNames].includes('sealed')) {
        const count = database.transaction('sealed').objectStore('sealed').count()
        sum += await new Promise<number>((done) => { count.onsuccess = () => done(count.result) })
      }
      database.close()
    }
    return sum
  })
}

/** All text a thief with the unlocked file system could read in the origin: databases, caches, local and session storage. */
function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const texts: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })]
    const decoder = new TextDecoder('utf-8')
    const read = (value: unknown): void => {
      if (typeof value === 'string') texts.push(value)
      else if (value instanceof ArrayBuffer) texts.push(decoder.decode(value))
      else if (ArrayBuffer.isView(value)) texts.push(decoder.decode(value))
      else if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) { texts.push(key); read(inner) }
    }
    for (const { name } of await indexedDB.databases()) {
      const open = indexedDB.open(name ?? '')
      const database = await new Promise<IDBDatabase>((done) => { open.onsuccess = () => done(open.result) })
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll()
        read(await new Promise((done) => { all.onsuccess = () => done(all.result) }))
      }
      database.close()
    }
    for (const cache of await caches.keys()) {
      const opened = await caches.open(cache)
      for (const request of await opened.keys()) texts.push(request.url, (await (await opened.match(request))?.text()) ?? '')
    }
    return texts.join('\n')
  })
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
