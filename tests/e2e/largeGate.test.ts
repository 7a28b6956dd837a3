import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { goUntilDrawn } from '../support/inBook'
import { misfits, overlaps } from '../support/browser/misfits'
import { demoPassword, enrol, PASSPHRASE, untilOpened } from '../support/browser/people'
import { beginWithPhoto, cameraPhoto } from '../support/browser/photographed'
import { askProduct, recordOfMember, unaskedGrownUp } from '../support/browser/productDatabase'
import { productWorld } from '../support/browser/productWorld'

/* What stands before a book is open, with what it has to say, at 200 % on a phone of 360 px: nothing is cut off, pushed out or on something else. */

const world = productWorld()
let page: Page
beforeAll(async () => {
  page = (await world.device({ kind: 'phone', fontSize: 32 })).page
})

const fits = async (screen: string): Promise<void> => {
  expect([...(await misfits(page)), ...(await overlaps(page))], screen).toEqual([])
}
const signIn = async (user: string, password: string): Promise<void> => {
  await page.getByLabel('Tên đăng nhập').fill(user)
  await page.getByLabel('Mật khẩu tài khoản').fill(password)
  await page.keyboard.press('Enter')
}
const choosePassphrase = async (first: string, again: string): Promise<void> => {
  await page.getByLabel('Mật khẩu mở sổ', { exact: true }).fill(first)
  await page.getByLabel('Nhập lại mật khẩu mở sổ').fill(again)
  await page.keyboard.press('Enter')
}
const ENGLISH = /\/assets\/english-[^/]+\.js$/

describe('a phone with text at 200 %, before a book is open,', () => {
  it('fits signing in, the wrong password, and English on its way and missing', async () => {
    let fail = (): void => {}
    const failing = new Promise<void>((resolve) => { fail = resolve })
    await page.route(ENGLISH, async (route) => {
      await failing
      await route.abort()
    })
    await page.goto(world.product.origin)
    await signIn('thon1', 'sai')
    await page.getByRole('alert').waitFor()
    await fits('a wrong password')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('button', { name: 'Loading…' }).waitFor()
    await fits('English on its way')
    fail()
    await page.getByText('English could not be loaded.').waitFor()
    await fits('English missing')
    await page.unroute(ENGLISH)
  })

  it('fits choosing a passphrase, one too weak and one that was typed twice in two ways', async () => {
    await page.reload()
    await signIn('thon1', demoPassword(world.product, 'thon1'))
    await choosePassphrase('trâu', 'trâu')
    await page.getByText('Mật khẩu này còn dễ đoán.').waitFor()
    await fits('a weak passphrase')
    await choosePassphrase(PASSPHRASE, 'trâu')
    await page.getByText('Hai lần nhập chưa giống nhau.').waitFor()
    await fits('two passphrases')
    await choosePassphrase(PASSPHRASE, PASSPHRASE)
    await untilOpened(page)
  })

  it('fits the locked book with what was begun in it, a wrong passphrase, and having to wait', async () => {
    const { id } = await recordOfMember(world.data, unaskedGrownUp)
    await beginWithPhoto(page, id, await cameraPhoto(page))
    await goUntilDrawn(page, '/cua-toi')
    await page.getByRole('button', { name: 'Khóa sổ', exact: true }).click()
    await page.getByRole('button', { name: 'Lưu tệp cứu hộ' }).waitFor()
    await fits('a locked book')
    await tryWrongly()
    await page.getByText('Mật khẩu chưa đúng.').waitFor()
    await fits('a wrong passphrase')
    await tryWrongly()
    await tryWrongly()
    await page.getByText(/^Thử lại sau/).first().waitFor()
    await fits('having to wait')
  })

  it('fits a forgotten passphrase, with what outlives the book', async () => {
    await page.getByRole('button', { name: 'Quên mật khẩu mở sổ' }).click()
    await page.getByLabel('Mật khẩu tài khoản').fill(demoPassword(world.product, 'thon1'))
    await fits('signing in to forget')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^Bỏ sổ cũ/ }).waitFor()
    await fits('forgotten')
  })

  it('fits the words about a revoked phone, of which something is unsent, and about its book erased', async () => {
    await askProduct(world.data, `update device set revoked_at = now()`)
    await page.reload()
    await page.getByRole('button', { name: 'Gửi ảnh bây giờ' }).waitFor()
    await fits('a revoked phone')
    await page.getByRole('button', { name: 'Gửi ảnh bây giờ' }).click()
    await page.getByText(/nên sổ của .* đã được xóa khỏi máy/).waitFor()
    await fits('an erased book')
  })

  it('fits the words about a book that the browser has erased', async () => {
    await enrol(page, world.product.origin, world.product, 'canbo')
    await page.goto('about:blank')
    await (await page.context().newCDPSession(page)).send('Storage.clearDataForOrigin', { origin: world.product.origin, storageTypes: 'indexeddb' })
    await page.goto(world.product.origin)
    await page.getByText(/trình duyệt đã xóa dữ liệu trong máy/).waitFor()
    await fits('a lost book')
  })

  async function tryWrongly(): Promise<void> {
    await page.getByLabel('Mật khẩu mở sổ').fill('sai')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^(Mở sổ|Thử lại sau)/ }).and(page.locator(':not([aria-busy=true])')).waitFor()
  }
})
