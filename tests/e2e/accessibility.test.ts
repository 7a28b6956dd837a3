import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { graveFaults } from '../support/browser/accessibility'
import { fillForm, nextButton, nextPart, passNotice } from '../support/fillForm'
import { goUntilDrawn } from '../support/inBook'
import { demoPassword, enrol, firstRow, openOnlyHamlet, PASSPHRASE, pressUntil, untilOpened } from '../support/browser/people'
import { productWorld } from '../support/browser/productWorld'

/* The screens of every day, by axe, in the light, the dark and the high-contrast look: nothing grave. The others: `accessibleRare.test.ts`. */

const world = productWorld()
const device = async (kind: 'phone' | 'desk'): Promise<Page> => (await world.device({ kind })).page

describe('a phone', () => {
  let page: Page

  it('shows nothing grave before the book is open', async () => {
    page = await device('phone')
    await page.goto(world.product.origin)
    await page.getByLabel('Tên đăng nhập').waitFor()
    expect(await graveFaults(page), 'sign-in').toEqual([])
    await page.getByLabel('Tên đăng nhập').fill('thon1')
    await page.getByLabel('Mật khẩu tài khoản').fill(demoPassword(world.product, 'thon1'))
    await page.keyboard.press('Enter')
    await page.getByLabel('Nhập lại mật khẩu mở sổ').waitFor()
    expect(await graveFaults(page), 'choosing a passphrase').toEqual([])
    await page.getByLabel('Mật khẩu mở sổ', { exact: true }).fill(PASSPHRASE)
    await page.getByLabel('Nhập lại mật khẩu mở sổ').fill(PASSPHRASE)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Bỏ qua' }).waitFor()
    expect(await graveFaults(page), 'the tour').toEqual([])
    await untilOpened(page)
  })

  it.each(['/thon', '/viec', '/tim', '/quet', '/dong-bo', '/cua-toi'])('shows nothing grave at %s', async (place) => {
    await goUntilDrawn(page, place)

    expect(await graveFaults(page)).toEqual([])
  })

  it('shows nothing grave at a door, in its sheet and with its people', async () => {
    await openOnlyHamlet(page)
    await page.getByRole('button', { name: /^Chưa đến/ }).click()
    expect(await graveFaults(page), 'the hamlet').toEqual([])
    await pressUntil(page.getByRole('link', { name: 'Sắp thứ tự đi' }), /\/thu-tu$/)
    await page.getByRole('heading', { level: 1, name: 'Thứ tự đi' }).waitFor()
    await page.getByRole('listitem').getByRole('button').first().click()
    expect(await graveFaults(page), 'the order of the round').toEqual([])
    await openOnlyHamlet(page)
    await page.getByRole('button', { name: /^Chưa đến/ }).click()
    await pressUntil(firstRow(page), /#\/ho\//)
    await page.getByRole('button', { name: 'Ghi lần đến' }).click()
    await page.getByRole('radio', { name: 'Vắng nhà' }).click()
    expect(await graveFaults(page), 'the visit').toEqual([])
    await page.keyboard.press('Escape')
    expect(await graveFaults(page), 'the door').toEqual([])
    await pressUntil(firstRow(page), /#\/nguoi\//)
    await page.getByRole('link', { name: 'Hỏi và ghi lại' }).waitFor()
    expect(await graveFaults(page), 'the person').toEqual([])
  })

  it('shows nothing grave on any page of a form, in its contents, and where it says what is wrong', async () => {
    await page.getByRole('button', { name: 'Làm phiếu lao động' }).click()
    await page.getByRole('heading', { level: 1, name: 'Thông báo về dữ liệu cá nhân' }).waitFor()
    expect(await graveFaults(page), 'the notice').toEqual([])
    await passNotice(page)
    for (;;) {
      expect(await graveFaults(page), await page.getByRole('region', { name: 'Tiến độ phiếu' }).innerText()).toEqual([])
      if ((await page.getByRole('button', { name: nextButton }).count()) === 0) break
      await nextPart(page)
    }
    await page.getByRole('button', { name: 'Gửi phiếu' }).click()
    await page.getByRole('alert').waitFor()
    expect(await graveFaults(page), 'the findings').toEqual([])
    await page.getByRole('button', { name: 'Mục lục' }).click()
    expect(await graveFaults(page), 'the contents').toEqual([])
  })

  it('shows nothing grave where somebody may be in the book already, and on the lock screen', async () => {
    await openOnlyHamlet(page)
    await pressUntil(firstRow(page), /#\/ho\//)
    await pressUntil(firstRow(page), /#\/nguoi\//)
    await page.getByRole('link', { name: 'Sửa thông tin người này' }).waitFor()
    const [somebody = ''] = (await page.getByRole('heading', { level: 1 }).innerText()).split('\n')
    await page.getByRole('link', { name: 'Sửa thông tin người này' }).click()
    const born = await page.locator('dt', { hasText: 'Ngày sinh' }).locator('xpath=following-sibling::dd').innerText()
    await openOnlyHamlet(page)
    await pressUntil(firstRow(page), /#\/ho\//)
    await page.getByRole('link', { name: 'Thêm người' }).click()
    await fillForm(page, { 'Họ, chữ đệm': somebody, 'Ngày, tháng, năm': born }, 1)
    await page.getByRole('button', { name: 'Xem có phải một người' }).click()
    await page.getByRole('dialog', { name: 'Có thể trùng người' }).waitFor()
    expect(await graveFaults(page), 'twins').toEqual([])
    await page.keyboard.press('Escape')
    await goUntilDrawn(page, '/cua-toi')
    await page.getByRole('button', { name: 'Khóa sổ', exact: true }).click()
    await page.getByText('Quên mật khẩu mở sổ').waitFor()
    expect(await graveFaults(page), 'the lock screen').toEqual([])
  })
})

describe.each([
  ['a supervisor', 'giamsat', ['/kiem-tra', '/dot', '/so', '/yeu-cau', '/tien-do', '/dong-bo', '/cua-toi']],
  ['an administrator', 'quantri', ['/nguoi-dung', '/may', '/thon-ban', '/ky-dieu-tra', '/nhap-tep', '/cua-toi']],
] as const)('the desk of %s', (_, user, places) => {
  let page: Page

  it('opens', async () => {
    page = await device('desk')
    await enrol(page, world.product.origin, world.product, user)
  })

  it.each(places)('shows nothing grave at %s', async (place) => {
    await goUntilDrawn(page, place)
    await page.waitForLoadState('networkidle')

    expect(await graveFaults(page)).toEqual([])
  })
})
