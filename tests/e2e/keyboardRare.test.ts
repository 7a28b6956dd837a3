import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { twoMinds } from '../support/browser/colleague'
import { arrowTo, focused, pressOn, tabTo, writeIn } from '../support/browser/keys'
import { fillForm } from '../support/fillForm'
import { go } from '../support/inBook'
import { enrol, PASSPHRASE } from '../support/browser/people'
import { recordOfMember, unaskedGrownUp, type FoundRecord } from '../support/browser/productDatabase'
import { productWorld } from '../support/browser/productWorld'

/* What is not done every day, with nothing but a keyboard, like the main flows in `keyboard.test.ts`. */

const world = productWorld()

describe('a phone with a keyboard', () => {
  let page: Page
  let crossed = ''
  let somebody: FoundRecord
  beforeAll(async () => {
    crossed = await twoMinds(world)
    somebody = await recordOfMember(world.data, unaskedGrownUp)
    page = (await world.device({ kind: 'phone' })).page
    await enrol(page, world.product.origin, world.product, 'thon1')
  })

  it('reads a card from a hand scanner, adds whose it is, and says that somebody like that is somebody else', async () => {
    await go(page, `/quet/${somebody.household}`)
    const { fullName, born = '' } = somebody.answers
    await writeIn(page, /Chữ từ máy quét cầm tay/, `058060009123||${fullName}|${born.split('-').reverse().join('')}|Nam|Ninh Sơn|01012022`)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Kết quả quét thẻ' }).waitFor()
    await pressOn(page, /^Thêm vào hộ/)
    await page.getByRole('region', { name: 'Tiến độ phiếu' }).waitFor()
    await pressOn(page, /^Xem có phải một người/)
    await page.getByRole('dialog', { name: 'Có thể trùng người' }).waitFor()
    await pressOn(page, /^Là hai người/)

    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await pressOn(page, /^Đúng cả/)
    await page.getByText(/^Mục 2\//).waitFor()
  })

  it('chooses between two values', async () => {
    await go(page, '/viec')
    await pressOn(page, new RegExp(`^${crossed}`))
    await page.getByRole('group').first().waitFor()
    for (const question of await page.getByRole('group').all()) {
      await tabTo(page, /Đang có ở máy chủ/)
      await page.keyboard.press('Space')
      await expect.poll(() => question.getByRole('radio').first().isChecked()).toBe(true)
      await page.keyboard.press('Tab')
    }
    await pressOn(page, /^Lưu lựa chọn/)

    await page.getByText(/^Đã lưu lựa chọn/).waitFor()
  })

  it('puts a door at another place of the round', async () => {
    await go(page, `/thon/${somebody.hamlet}/thu-tu`)
    await page.getByRole('heading', { level: 1, name: 'Thứ tự đi' }).waitFor()
    await pressOn(page, /^1\. /)
    await pressOn(page, /^3\. /)

    await page.getByText(/^Đã chuyển /).waitFor()
  })

  it('asks for somebody to be moved', async () => {
    await go(page, `/nguoi/${somebody.id}`)
    await page.getByRole('button', { name: 'Báo chuyển, tách hoặc trùng' }).waitFor()
    await pressOn(page, /^Báo chuyển, tách hoặc trùng/)
    await page.getByRole('dialog').waitFor()
    await tabTo(page, /^Chuyển sang hộ khác/)
    await page.keyboard.press('Space')
    await tabTo(page, /Sang hộ nào/)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await arrowTo(page, /^Không có trong máy này/)
    await writeIn(page, /Ghi chú cho người kiểm tra/, 'về hộ bà Ban')
    await pressOn(page, /^Gửi yêu cầu/)

    await page.getByText(/chờ người kiểm tra quyết định/).waitFor()
    await expect.poll(() => focused(page)).not.toBe('')
  })

  it('writes a line of a beneficiary record', async () => {
    await pressOn(page, /^Làm hồ sơ ASXH/)
    await fillForm(page, { 'Đang ở đúng nơi': 'Có' }, 3)
    await pressOn(page, /^Thêm/)
    await page.getByRole('dialog').waitFor()
    await pressOn(page, /Chọn$/)
    await page.getByRole('dialog').nth(1).waitFor()
    await writeIn(page, /^Tìm: /, 'BT09')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').nth(1).waitFor({ state: 'detached' })
    await writeIn(page, /^Mức trợ cấp hằng tháng/, '500000')
    await pressOn(page, /^Xong/)

    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /500\.000/ }).waitFor()
  })

  it('hands forms on to another phone, locks the book, and leaves the phone to somebody else and back', async () => {
    await go(page, '/dong-bo')
    await page.getByRole('button', { name: 'Cho máy khác quét mã' }).waitFor()
    await pressOn(page, /^Cho máy khác quét mã/)
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => focused(page)).toMatch(/^Cho máy khác quét mã/)
    await go(page, '/cua-toi')
    await page.getByRole('heading', { level: 1, name: 'Của tôi' }).waitFor()
    await pressOn(page, /^Khóa sổ/)
    await page.getByText('Quên mật khẩu mở sổ').waitFor()
    await Promise.all([page.waitForEvent('download'), pressOn(page, /^Lưu tệp cứu hộ/)])
    await pressOn(page, /^Người khác dùng máy này/)
    await page.getByLabel('Tên đăng nhập').waitFor()
    await pressOn(page, /^Về màn hình mở sổ/)
    await writeIn(page, /^Mật khẩu mở sổ/, PASSPHRASE)
    await page.keyboard.press('Enter')

    await page.getByRole('navigation', { name: 'Chính' }).waitFor()
  })
})

describe('an administrator without a mouse', () => {
  let page: Page

  it('imports a list', async () => {
    page = (await world.device({ kind: 'desk' })).page
    await enrol(page, world.product.origin, world.product, 'quantri')
    const list = 'Mã hộ,Họ và tên,Ngày sinh,Giới tính,Quan hệ với chủ hộ,Tên thôn\nNS-9904,Chamaléa Thị Phím,1960,Nữ,Chủ hộ,Suối Le\n'
    // Asked for before the focus goes there: a key pressed while the browser is still being told to hand over its chooser opens its own.
    const chosen = page.waitForEvent('filechooser')
    await pressOn(page, /Chọn tệp danh sách/)
    const files = await chosen
    await files.setFiles({ name: 'ds.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
    await page.getByRole('button', { name: 'Xem trước' }).waitFor()
    await pressOn(page, /^Xem trước/)
    await page.getByRole('button', { name: 'Nhập 1 dòng' }).waitFor()
    await pressOn(page, /^Nhập 1 dòng/)

    await page.getByText('Đã nhập xong').waitFor()
  })

  it('makes an account', async () => {
    await go(page, '/nguoi-dung')
    await page.getByRole('button', { name: 'Thêm người dùng' }).waitFor()
    await pressOn(page, /^Thêm người dùng/)
    await writeIn(page, /^Họ và tên/, 'Bo Bo Thị Phím')
    await tabTo(page, /^Suối Le/)
    await page.keyboard.press('Space')
    await pressOn(page, /^Tạo tài khoản/)
    await page.getByRole('button', { name: 'Đã ghi lại, đóng' }).waitFor()
    await pressOn(page, /^Đã ghi lại, đóng/)

    await page.getByRole('row', { name: /Bo Bo Thị Phím/ }).waitFor()
  })
})
