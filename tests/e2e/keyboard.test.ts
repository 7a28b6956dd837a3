import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { arrowTo, focused, pressOn, tabTo, writeIn } from '../support/browser/keys'
import { go, syncNow } from '../support/inBook'
import { demoPassword, enrol, PASSPHRASE } from '../support/browser/people'
import { productWorld } from '../support/browser/productWorld'

/* The main flows with nothing but a keyboard, as somebody with a stiff hand or a broken screen has them. No mouse, no touch. */

const world = productWorld()
const device = async (kind: 'phone' | 'desk'): Promise<Page> => (await world.device({ kind })).page

describe('a phone with a keyboard', () => {
  let page: Page

  it('signs in, chooses its passphrase and goes through the tour', async () => {
    page = await device('phone')
    await page.goto(world.product.origin)
    await page.getByLabel('Tên đăng nhập').waitFor()
    await tabTo(page, /Tên đăng nhập/)
    await page.keyboard.type('thon1')
    await tabTo(page, /Mật khẩu tài khoản/)
    await page.keyboard.type(demoPassword(world.product, 'thon1'))
    await page.keyboard.press('Enter')
    await page.getByLabel('Nhập lại mật khẩu mở sổ').waitFor()
    await writeIn(page, /^Mật khẩu mở sổ/, PASSPHRASE)
    await writeIn(page, /Nhập lại mật khẩu mở sổ/, PASSPHRASE)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Bỏ qua' }).waitFor()
    await tabTo(page, /^Tiếp/)
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Bắt đầu' }).waitFor()
    await page.keyboard.press('Enter')

    await page.getByRole('heading', { level: 1, name: 'Suối Le' }).waitFor({ timeout: 180_000 })
  })

  it('finds the doors to come back to and records a visit', async () => {
    await pressOn(page, /^Hẹn lại/)
    await pressOn(page, /NS-\d+/)
    await pressOn(page, /^Ghi lần đến/)
    await page.getByRole('dialog', { name: 'Ghi lần đến hôm nay' }).waitFor()
    await tabTo(page, /^Gặp/)
    await page.keyboard.press('Space')
    await arrowTo(page, /^Vắng nhà/)
    await pressOn(page, /^Tuần sau/)
    await pressOn(page, /^Lưu lần đến/)

    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('region', { name: 'Lần đến' }).getByText(/^Hẹn lại/).waitFor()
    // The focus is back where it came from, not lost at the top of the page.
    await expect.poll(() => focused(page)).toMatch(/^Ghi lần đến/)
  })

  it('fills and sends a labour form', async () => {
    await pressOn(page, /^Làm tiếp/)
    await page.getByRole('heading', { level: 1, name: /Thông báo/ }).waitFor()
    await tabTo(page, /^Đồng ý/)
    await page.keyboard.press('Space')
    await pressOn(page, /^Đã đọc, tiếp/)
    await page.getByRole('region', { name: 'Tiến độ phiếu' }).waitFor()

    await answer([])
    await answer([/^Có/])
    await answer([])
    await answer([/^Tốt nghiệp THCS/, /^Chưa qua đào tạo/])
    await answer([/^Không tham gia/])
    await answer([/^Nội trợ/])
    await answer([])
    await tabTo(page, /^Có/)
    await page.keyboard.press('Space')
    await pressOn(page, /^Gửi phiếu/)

    const summary = page.getByRole('alert').filter({ has: page.getByRole('heading') })
    const head = page.getByRole('region', { name: 'Tiến độ phiếu' })
    await Promise.race([summary.waitFor(), head.waitFor({ state: 'detached' })])
    if ((await summary.count()) > 0) {
      // Until it has taken the focus that is on the button pressed, which is called so now: it would go from under the key.
      await summary.and(page.locator(':focus')).waitFor()
      await pressOn(page, /^Vẫn gửi/)
    }
    await head.waitFor({ state: 'detached' })
    // The supervisor counts what waits: it has come there before.
    await syncNow(page)
  })

  /** Chooses these options of the group on the screen, each in its own question, and goes on. */
  async function answer(options: readonly RegExp[]): Promise<void> {
    const head = page.getByRole('region', { name: 'Tiến độ phiếu' })
    const before = (await head.innerText()).split('·')[0]
    for (const option of options) {
      const question = page.getByRole('main').getByRole('group').filter({ has: page.getByRole('radio', { name: option }) }).last()
      const first = await question.getByRole('radio').first().evaluate((radio: HTMLInputElement) => radio.labels?.[0]?.innerText)
      // Into the row of options by Tab, along it by the arrows.
      await tabTo(page, new RegExp(`^${first}$`))
      await page.keyboard.press('Space')
      await arrowTo(page, option)
    }
    await pressOn(page, /^(Tiếp|Đúng cả)$/)
    await page.waitForFunction((text) => !document.querySelector('[aria-label="Tiến độ phiếu"]')?.textContent?.startsWith(text ?? ''), before?.trim())
  }
})

describe('a desk without a mouse', () => {
  it('accepts one form, opens the next and returns it with a note', async () => {
    const page = await device('desk')
    await enrol(page, world.product.origin, world.product, 'giamsat')
    await page.getByRole('grid').waitFor()
    const waiting = (): Promise<number> => page.getByRole('grid').getAttribute('aria-rowcount').then(Number)
    await tabTo(page, /^Phiếu chờ kiểm tra/)
    const before = await waiting()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Control+Enter')
    await expect.poll(waiting).toBe(before - 1)

    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^Ghi chú/ }).first().waitFor()
    await pressOn(page, /^Ghi chú/, 120)
    await page.keyboard.insertText('Hỏi lại câu này.')
    const returned = page.url()
    await pressOn(page, /^Trả lại, 1 ghi chú/, 150)

    // To the next form that waits.
    await expect.poll(() => page.url()).not.toBe(returned)
    await go(page, '/kiem-tra')
    await page.getByRole('grid').waitFor()
    await expect.poll(waiting).toBe(before - 2)
  })
})
