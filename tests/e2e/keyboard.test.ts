import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { go } from '../support/inBook'
import { demoPassword, enrol, PASSPHRASE } from '../support/browser/people'
import { productWorld } from '../support/browser/productWorld'

/* The main flows with nothing but a keyboard, as somebody with a stiff hand or a broken screen has them. No mouse, no touch. */

const world = productWorld()
const device = async (kind: 'phone' | 'desk'): Promise<Page> => (await world.device({ kind })).page

/** Words by which a screen reader would name what has the focus: its label, its text, or the words of its box. */
const focused = (page: Page): Promise<string> => page.evaluate(() => {
  const element = document.activeElement as HTMLElement | null
  const labels = [...((element as HTMLInputElement | null)?.labels ?? [])].map((label) => label.textContent ?? '')
  return [element?.getAttribute('aria-label') ?? '', ...labels, element?.textContent ?? ''].join(' ').trim()
})

/** Tab until something of that name has the focus; in a row of options the arrow keys go on from there. */
async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    if (name.test(await focused(page))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`tabTo — ${most} presses and never at ${name}; at ${await focused(page)}`)
}
async function arrowTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 12; presses += 1) {
    if (name.test(await focused(page))) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`arrowTo — never at ${name}`)
}

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
    await tabTo(page, /^Mật khẩu mở sổ/)
    await page.keyboard.insertText(PASSPHRASE)
    await tabTo(page, /Nhập lại mật khẩu mở sổ/)
    await page.keyboard.insertText(PASSPHRASE)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Bỏ qua' }).waitFor()
    await tabTo(page, /^Tiếp/)
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Bắt đầu' }).waitFor()
    await page.keyboard.press('Enter')

    await page.getByRole('heading', { level: 1, name: 'Suối Le' }).waitFor({ timeout: 180_000 })
  })

  it('finds the doors to come back to and records a visit', async () => {
    await tabTo(page, /^Hẹn lại/)
    await page.keyboard.press('Enter')
    await tabTo(page, /NS-\d+/)
    await page.keyboard.press('Enter')
    await tabTo(page, /^Ghi lần đến/)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Ghi lần đến hôm nay' }).waitFor()
    await tabTo(page, /^Gặp/)
    await page.keyboard.press('Space')
    await arrowTo(page, /^Vắng nhà/)
    await tabTo(page, /^Tuần sau/)
    await page.keyboard.press('Enter')
    await tabTo(page, /^Lưu lần đến/)
    await page.keyboard.press('Enter')

    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('region', { name: 'Lần đến' }).getByText(/^Hẹn lại/).waitFor()
    // The focus is back where it came from, not lost at the top of the page.
    expect(await focused(page)).toMatch(/^Ghi lần đến/)
  })

  it('fills and sends a labour form', async () => {
    await tabTo(page, /^Làm tiếp/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /Thông báo/ }).waitFor()
    await tabTo(page, /^Đồng ý/)
    await page.keyboard.press('Space')
    await tabTo(page, /^Đã đọc, tiếp/)
    await page.keyboard.press('Enter')
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
    await tabTo(page, /^Gửi phiếu/)
    await page.keyboard.press('Enter')

    const summary = page.locator('.esum')
    const head = page.getByRole('region', { name: 'Tiến độ phiếu' })
    await Promise.race([summary.waitFor(), head.waitFor({ state: 'detached' })])
    if ((await summary.count()) > 0) {
      await tabTo(page, /^Vẫn gửi/)
      await page.keyboard.press('Enter')
    }
    await head.waitFor({ state: 'detached' })
  })

  /** Chooses these options of the group on the screen, each in its own question, and goes on. */
  async function answer(options: readonly RegExp[]): Promise<void> {
    const head = page.getByRole('region', { name: 'Tiến độ phiếu' })
    const before = (await head.innerText()).split('·')[0]
    for (const option of options) {
      const box = page.locator('main label.opt').filter({ hasText: option }).first()
      const first = await box.locator('xpath=ancestor::fieldset[1]').locator('label.opt').first().innerText()
      // Into the row of options by Tab, along it by the arrows.
      await tabTo(page, new RegExp(`^${first}$`))
      await page.keyboard.press('Space')
      await arrowTo(page, option)
    }
    await tabTo(page, /^(Tiếp|Đúng cả)$/)
    await page.keyboard.press('Enter')
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
    await tabTo(page, /^Ghi chú/, 120)
    await page.keyboard.press('Enter')
    await page.keyboard.insertText('Hỏi lại câu này.')
    const returned = page.url()
    await tabTo(page, /^Trả lại, 1 ghi chú/, 150)
    await page.keyboard.press('Enter')

    // To the next form that waits.
    await expect.poll(() => page.url()).not.toBe(returned)
    await go(page, '/kiem-tra')
    await page.getByRole('grid').waitFor()
    await expect.poll(waiting).toBe(before - 2)
  })
})
