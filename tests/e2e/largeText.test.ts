import { beforeAll, describe, expect, it } from 'vitest'
import type { Device } from '../support/browser/browser'
import { twoMinds, twoNotes } from '../support/browser/colleague'
import { fillForm, nextButton, nextPart, passNotice, questionBox, untilBegun } from '../support/fillForm'
import { goUntilDrawn } from '../support/inBook'
import { misfits } from '../support/browser/misfits'
import { demoPassword, enrol, firstRow, openOnlyHamlet, pressUntil } from '../support/browser/people'
import { recordOfMember, unaskedGrownUp } from '../support/browser/productDatabase'
import { productWorld } from '../support/browser/productWorld'

/* Text at 200 % on a phone of 360 px: nothing is pushed out of the screen, nothing in a button is cut off. */

const world = productWorld()
let phone: Device
let crossed = ''
let returned = ''
const met: string[] = []
beforeAll(async () => {
  crossed = await twoMinds(world)
  returned = await twoNotes(world)
  phone = await world.device({ kind: 'phone', fontSize: 32 })
})

const go = (place: string): Promise<void> => goUntilDrawn(phone.page, place)

describe('a phone with text at 200 %', () => {
  it('fits the sign-in, the first download and the lists', async () => {
    const { page } = phone
    await page.goto(world.product.origin)
    await page.getByLabel('Tên đăng nhập').waitFor()
    expect(await misfits(page)).toEqual([])
    await enrol(page, world.product.origin, world.product, 'thon1')
    for (const hash of ['/thon', '/viec', '/tim', '/dong-bo', '/cua-toi']) {
      await go(hash)
      expect(await misfits(page), hash).toEqual([])
    }
    await go('/tim')
    await page.getByRole('searchbox').fill('nguyen')
    await firstRow(page).waitFor()
    expect(await misfits(page), 'search').toEqual([])
  })

  it('fits a household and a person', async () => {
    const { page } = phone
    await openPersonWithoutForms()
    expect(await misfits(page), 'person').toEqual([])
    await page.evaluate(() => history.back())
    await firstRow(page).waitFor()
    await page.getByRole('button', { name: 'Ghi lần đến' }).waitFor()
    expect(await misfits(page), 'household').toEqual([])
  })

  it.each(['Làm phiếu lao động', 'Làm hồ sơ ASXH'])('fits every page of the form: %s', async (start) => {
    const { page } = phone
    await openPersonWithoutForms()
    await page.getByRole('button', { name: start }).click()
    expect(await misfitsOfForm()).toEqual([])
  })

  it('fits scanning a card, what it says beside the book, and the form of a new person', async () => {
    const { page } = phone
    const scan = async (name: string): Promise<void> => {
      await page.getByLabel('Chữ từ máy quét cầm tay').fill(`058203001234|264512907|${name}|01021990|Nam|Thôn Lạc Tiến, xã Lương Sơn, huyện Ninh Sơn, tỉnh Ninh Thuận|01012022`)
      await page.keyboard.press('Enter')
    }
    await openOnlyHamlet(page)
    await pressUntil(firstRow(page), /#\/ho\//)
    await page.getByRole('link', { name: 'Quét thẻ' }).click()
    await page.getByLabel('Chữ từ máy quét cầm tay').waitFor()
    expect(await misfits(page), 'scanner').toEqual([])
    await scan('Nguyễn Văn Thẻ Mới')
    await page.getByRole('button', { name: /^Thêm vào hộ/ }).waitFor()
    expect(await misfits(page), 'unknown').toEqual([])
    await page.getByRole('button', { name: /^Thêm vào hộ/ }).click()
    expect(await misfitsOfForm(async () => {
      const button = page.getByRole('button', { name: 'Quét thẻ' })
      if ((await button.count()) === 0) return []
      await button.click()
      await scan('Nguyễn Văn Thẻ Cũ')
      await page.getByRole('dialog', { name: 'Kết quả quét thẻ' }).waitFor()
      const found = await misfits(page)
      await page.keyboard.press('Escape')
      return found
    })).toEqual([])
  })

  it('fits the sheets of a door, of a person and of a form', async () => {
    const { page } = phone
    await openPersonWithoutForms()
    await page.getByRole('button', { name: 'Báo chuyển, tách hoặc trùng' }).click()
    await page.getByRole('radio', { name: 'Chuyển sang hộ khác' }).click()
    expect(await misfitsOfSheet(), 'a request').toEqual([])
    await page.evaluate(() => history.back())
    await page.getByRole('button', { name: 'Ghi lần đến' }).click()
    await page.getByRole('radio', { name: 'Vắng nhà' }).click()
    expect(await misfitsOfSheet(), 'a visit').toEqual([])
    await openPersonWithoutForms()
    await page.getByRole('button', { name: 'Làm hồ sơ ASXH' }).click()
    await fillForm(page, {}, 1)
    await page.getByRole('button', { name: 'Mục lục' }).click()
    expect(await misfitsOfSheet(), 'the contents').toEqual([])
    await fillForm(page, {}, 3)
    await page.getByRole('button', { name: 'Thêm' }).click()
    await page.getByRole('dialog').getByLabel('Nhóm đối tượng').click()
    expect(await misfits(page), 'a list to pick from').toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').first().waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Mục lục' }).click()
    await page.getByRole('dialog').getByRole('button', { name: /Tài khoản/ }).click()
    await questionBox(page, 'Tình trạng tài khoản').getByRole('radio', { name: 'Tài khoản ủy quyền' }).click()
    await page.getByRole('button', { name: 'Chọn người trong hộ' }).click()
    expect(await misfitsOfSheet(), 'the members').toEqual([])
  })

  it('fits two values of one answer, a returned form, the order of the round, a form to read, and a phone that hands its forms on', async () => {
    const { page } = phone
    await go('/viec')
    await pressUntil(page.getByRole('link', { name: new RegExp(`^${crossed}`) }).first(), /#\/xung-dot\//)
    await page.getByRole('group').first().waitFor()
    expect(await misfits(page), 'two values').toEqual([])
    await go('/viec')
    await pressUntil(page.getByRole('link', { name: new RegExp(`^${returned}.*2 chỗ có ghi chú`) }).first(), /#\/phieu\//)
    await page.getByText('Gọi không được.').waitFor()
    expect(await misfits(page), 'a returned form').toEqual([])
    await openOnlyHamlet(page)
    await pressUntil(page.getByRole('link', { name: 'Sắp thứ tự đi' }), /\/thu-tu$/)
    await page.getByRole('listitem').getByRole('button').first().click()
    expect(await misfits(page), 'the order').toEqual([])
    await go(`/phieu/${(await recordOfMember(world.data, `r.kind = 'labour' and r.status = 'accepted' and r.reviewed_at > now() - interval '20 days'`)).id}`)
    await page.getByRole('button', { name: 'Sửa', exact: true }).waitFor()
    expect(await misfits(page), 'a form to read').toEqual([])
    await go('/dong-bo')
    await page.getByRole('button', { name: 'Cho máy khác quét mã' }).click()
    expect(await misfitsOfSheet(), 'codes').toEqual([])
    await page.getByRole('button', { name: 'Quét mã của máy khác' }).click()
    expect(await misfitsOfSheet(), 'reading codes').toEqual([])
  })

  it('fits the locked book and a forgotten passphrase', async () => {
    const { page } = phone
    await go('/cua-toi')
    await page.getByRole('button', { name: 'Khóa sổ', exact: true }).click()
    await page.getByRole('button', { name: 'Quên mật khẩu mở sổ' }).waitFor()
    expect(await misfits(page), 'locked').toEqual([])
    await page.getByRole('button', { name: 'Quên mật khẩu mở sổ' }).click()
    await page.getByLabel('Mật khẩu tài khoản').fill(demoPassword(world.product, 'thon1'))
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^Bỏ sổ cũ/ }).or(page.getByRole('button', { name: /phiếu đang chờ/ })).first().waitFor()
    expect(await misfits(page), 'forgotten').toEqual([])
  })

  /** Of the sheet that is open, which is then closed. */
  async function misfitsOfSheet(): Promise<readonly string[]> {
    const { page } = phone
    await page.getByRole('dialog').waitFor()
    const found = await misfits(page)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    return found
  }

  /** What sticks out on any page of the form that is open, in the sheets of its rows, and wherever `more` looks on a page. */
  async function misfitsOfForm(more: () => Promise<readonly string[]> = async () => []): Promise<readonly string[]> {
    const { page } = phone
    await untilBegun(page)
    const pages: string[] = (await misfits(page)).map((misfit) => `the first screen: ${misfit}`)
    await passNotice(page)
    for (;;) {
      const head = await page.getByRole('region', { name: 'Tiến độ phiếu' }).innerText()
      const addRow = page.locator('main').getByRole('button', { name: /^Thêm/ })
      if ((await addRow.count()) > 0) {
        await addRow.first().click()
        await page.getByRole('dialog').waitFor()
        pages.push(...(await misfits(page)).map((misfit) => `the row's sheet: ${misfit}`))
        await page.keyboard.press('Escape')
        await page.getByRole('dialog').waitFor({ state: 'detached' })
      }
      pages.push(...(await misfits(page)).map((misfit) => `${head.replaceAll('\n', ' ')}: ${misfit}`))
      pages.push(...(await more()))
      if ((await page.getByRole('button', { name: nextButton }).count()) === 0) return pages
      await nextPart(page)
    }
  }

  /** Opens the page of a grown-up of the hamlet with neither form, from their door; of another one each time. */
  async function openPersonWithoutForms(): Promise<void> {
    const { page } = phone
    const { id, household } = await recordOfMember(world.data, `${unaskedGrownUp} and not r.id = any('{${met.join()}}'::uuid[])`)
    met.push(id)
    await go(`/ho/${household}`)
    await page.getByRole('button', { name: 'Ghi lần đến' }).waitFor()
    await go(`/nguoi/${id}`)
    await page.getByRole('button', { name: 'Làm hồ sơ ASXH' }).waitFor()
  }
})
