import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { graveFaults } from '../support/browser/accessibility'
import { twoMinds, twoNotes } from '../support/browser/colleague'
import { addBenefit, fillForm, nextPart, questionBox } from '../support/fillForm'
import { go } from '../support/inBook'
import { demoPassword, enrol, PASSPHRASE, pressUntil, untilOpened } from '../support/browser/people'
import { recordOfMember, unaskedGrownUp, type FoundRecord } from '../support/browser/productDatabase'
import { productWorld } from '../support/browser/productWorld'

/*
 * The screens, sheets and dialogs that not every day shows, by axe as in `accessibility.test.ts`. A request is looked at in
 * `requests.test.ts`, a position and a survey in `survey.test.ts`, a form in part in `shrink.test.ts`.
 */

const world = productWorld()
let page: Page
let crossed = ''
let returned = ''
beforeAll(async () => {
  crossed = await twoMinds(world)
  returned = await twoNotes(world)
  page = (await world.device({ kind: 'phone' })).page
})

/** Axe has nothing grave to say of the page as it stands. */
const isFit = async (place: string): Promise<void> => expect(await graveFaults(page), place).toEqual([])
const sheet = () => page.getByRole('dialog').last()
async function closed(): Promise<void> {
  const open = await page.getByRole('dialog').count()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').nth(open - 1).waitFor({ state: 'detached' })
}

const one = (which: string): Promise<FoundRecord> => recordOfMember(world.data, which)
const withFamily = `${unaskedGrownUp} and r.answers ->> 'relationToHead' = '1'
  and exists (select from record o where o.household = r.household and o.kind = 'person' and o.id <> r.id and left(o.answers ->> 'born', 4) < '2000')`

describe('a phone shows nothing grave', () => {
  it('while the first download waits for a line', async () => {
    await page.route('**/api/sync', (route) => route.abort())
    await page.goto(world.product.origin)
    await page.getByLabel('Tên đăng nhập').fill('thon1')
    await page.getByLabel('Mật khẩu tài khoản').fill(demoPassword(world.product, 'thon1'))
    await page.keyboard.press('Enter')
    await page.getByLabel('Mật khẩu mở sổ', { exact: true }).fill(PASSPHRASE)
    await page.getByLabel('Nhập lại mật khẩu mở sổ').fill(PASSPHRASE)
    await page.keyboard.press('Enter')
    // The download stands there until the tour is fetched, which lies over it then.
    await page.getByRole('button', { name: 'Bỏ qua' }).click()
    const again = page.getByRole('button', { name: 'Tải tiếp' })
    await again.waitFor()
    await isFit('the first download')

    await page.unroute('**/api/sync')
    await again.click()
    await untilOpened(page)
  })

  it('where a record is read, came back, or was written by two', async () => {
    await go(page, `/phieu/${(await one(`r.kind = 'labour' and r.status = 'accepted' and r.reviewed_at > now() - interval '20 days'`)).id}`)
    await page.getByRole('button', { name: 'Sửa', exact: true }).waitFor()
    await isFit('a form to read')
    await go(page, '/viec')
    await pressUntil(page.getByRole('link', { name: new RegExp(`^${returned}.*2 chỗ có ghi chú`) }).first(), /#\/phieu\//)
    await page.getByText('Gọi không được.').waitFor()
    await isFit('a returned form')
    await go(page, '/viec')
    await pressUntil(page.getByRole('link', { name: new RegExp(`^${crossed}`) }).first(), /#\/xung-dot\//)
    await page.getByRole('group').first().waitFor()
    await isFit('two values')
  })

  it('where a beneficiary is asked again', async () => {
    const old = await one(`r.kind = 'asxh' and r.status = 'accepted' and r.answers ->> 'collectedOn' < (current_date - 200)::text`)
    await go(page, `/nguoi/${old.person}`)
    await page.getByRole('group', { name: 'So với lần trước' }).getByRole('radio', { name: 'Vẫn đúng như cũ' }).click()
    await isFit('the check')
  })

  it('where a card was read: of somebody in the book, of nobody, beside the form that is open', async () => {
    const known = await one(withFamily)
    const { personalId, fullName, sex } = known.answers
    const read = async (text: string): Promise<void> => {
      await page.getByLabel('Chữ từ máy quét cầm tay').fill(text)
      await page.keyboard.press('Enter')
    }
    await go(page, '/quet')
    await read(`${personalId}||${fullName}|01021934|${sex === '1' ? 'Nam' : 'Nữ'}|Ninh Sơn|01012022`)
    await page.getByRole('button', { name: /^Dùng \d mục/ }).waitFor()
    await isFit('of somebody')
    await go(page, '/tim')
    await page.getByRole('searchbox').waitFor()
    await go(page, `/quet/${known.household}`)
    await read('058203001234|264512907|Nguyễn Văn Thẻ Mới|01021990|Nam|Ninh Sơn|01012022')
    await page.getByRole('button', { name: /^Thêm vào hộ/ }).waitFor()
    await isFit('of nobody')
    await page.getByRole('button', { name: /^Thêm vào hộ/ }).click()
    await questionBox(page, 'Họ, chữ đệm').waitFor()
    await isFit('told by the card')
    await nextPart(page)
    await page.getByRole('button', { name: 'Quét thẻ' }).click()
    await read('058203001234|264512907|Nguyễn Văn Thẻ Cũ|01021990|Nam|Ninh Sơn|01012022')
    await page.getByRole('dialog', { name: 'Kết quả quét thẻ' }).waitFor()
    await isFit('beside the form')
    await closed()
  })

  it('on the pages of a beneficiary record, in its sheets and where an answer would drop others', async () => {
    await go(page, `/nguoi/${(await one(withFamily)).id}`)
    await page.getByRole('button', { name: 'Làm hồ sơ ASXH' }).click()
    await fillForm(page, { 'Đang ở đúng nơi': 'Có' }, 3)
    await page.getByRole('button', { name: 'Thêm' }).click()
    await isFit('a line')
    await sheet().getByLabel('Nhóm đối tượng').click()
    await isFit('a list to pick from')
    await closed()
    await closed()
    await addBenefit(page)
    await isFit('the groups')
    await nextPart(page)
    for (let part = 0; (await questionBox(page, 'Tình trạng tài khoản').count()) === 0; part += 1) {
      await isFit(`part ${part} after the groups`)
      await fillForm(page, { 'xác nhận khuyết tật': 'Không', 'Mất năng lực': 'Không' }, 1)
      await nextPart(page)
    }
    await questionBox(page, 'Tình trạng tài khoản').getByRole('radio', { name: 'Tài khoản ủy quyền' }).click()
    await page.getByRole('button', { name: 'Chọn người trong hộ' }).click()
    await isFit('the members')
    await sheet().getByRole('listitem').last().getByRole('button').click()
    await fillForm(page, { 'Loại tài khoản': 'Tài khoản ngân hàng', 'Số tài khoản': '6200205123456' }, 1)
    await isFit('the account')
    await questionBox(page, 'Tình trạng tài khoản').getByRole('radio', { name: 'Chưa có tài khoản' }).click()
    await sheet().getByRole('button', { name: 'Giữ như cũ' }).waitFor()
    await isFit('what would be dropped')
    await closed()
  })

  it('where forms go on by another phone, at signing out, and where something broke', async () => {
    await go(page, '/dong-bo')
    await page.getByRole('button', { name: 'Cho máy khác quét mã' }).click()
    await sheet().getByRole('img').waitFor()
    await isFit('codes')
    await closed()
    await page.getByRole('button', { name: 'Quét mã của máy khác' }).click()
    await isFit('reading codes')
    await closed()
    await go(page, '/cua-toi')
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await isFit('signing out')
    await closed()
    await page.evaluate(() => { window.scrollTo = () => { throw new Error('broken by the test') } })
    await go(page, '/viec')
    await page.getByRole('heading', { name: 'Không mở được màn hình này' }).waitFor()
    await isFit('something broke')
  })

  it('where the passphrase is forgotten, or was tried too often', async () => {
    await page.clock.install()
    await page.reload()
    await page.getByRole('button', { name: 'Quên mật khẩu mở sổ' }).click()
    await isFit('signing in again')
    await page.getByLabel('Mật khẩu tài khoản').fill(demoPassword(world.product, 'thon1'))
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Thôi, thử mở lại' }).waitFor()
    await isFit('forgotten')
    await page.getByRole('button', { name: 'Thôi, thử mở lại' }).click()
    for (let left = 9; left >= 0; left -= 1) {
      await page.clock.fastForward(15 * 60_000)
      await page.getByLabel('Mật khẩu mở sổ').fill(`sai ${left}`)
      await page.getByRole('button', { name: 'Mở sổ', exact: true }).click()
      await (left > 0 ? page.getByText(`Còn ${left} lần`) : page.getByRole('button', { name: 'Đăng nhập để mở lại' })).waitFor()
    }
    await isFit('tried too often')
  })
})

describe('a desk shows nothing grave', () => {
  it('where a form is read, noted and accepted over a note', async () => {
    page = (await world.device({ kind: 'desk' })).page
    await enrol(page, world.product.origin, world.product, 'giamsat')
    await page.getByRole('grid').locator('tr[data-row]').first().dblclick()
    await page.getByRole('button', { name: /^Ghi chú/ }).first().click()
    await page.keyboard.insertText('Hỏi lại câu này.')
    await page.waitForLoadState('networkidle')
    await isFit('a form with a note')
    await page.getByRole('button', { name: 'Nghiệm thu', exact: true }).click()
    await sheet().waitFor()
    await isFit('the note that would end')
    await closed()
  })

  it('where a list is imported', async () => {
    page = (await world.device({ kind: 'desk' })).page
    await enrol(page, world.product.origin, world.product, 'quantri')
    const list = 'Mã hộ,Họ và tên,Ngày sinh,Giới tính,Quan hệ với chủ hộ,Tên thôn\nNS-9902,Chamaléa Thị Nhập,1960,Nữ,Chủ hộ,Suối Le\nNS-9903,,1960,Nữ,Chủ hộ,Suối Le\n'
    await page.getByLabel('Chọn tệp danh sách').setInputFiles({ name: 'ds.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
    await page.getByRole('button', { name: 'Xem trước' }).waitFor()
    await isFit('the columns')
    await page.getByRole('button', { name: 'Xem trước' }).click()
    await page.getByRole('button', { name: /^Bỏ 1 dòng sai/ }).waitFor()
    await isFit('the preview')
    await page.getByRole('button', { name: /^Bỏ 1 dòng sai/ }).click()
    await page.getByRole('button', { name: 'Nhập 1 dòng' }).click()
    await page.getByText('Đã nhập xong').waitFor()
    await isFit('what was imported')
  })

  it('in the dialogs of accounts, hamlets and devices', async () => {
    await go(page, '/nguoi-dung')
    await page.getByRole('button', { name: 'Thêm người dùng' }).click()
    await page.getByRole('button', { name: 'Tạo tài khoản' }).click()
    await isFit('an account with something missing')
    await page.getByLabel('Họ và tên').fill('Bo Bo Thị Thử')
    await sheet().getByRole('checkbox').first().check()
    await page.getByRole('button', { name: 'Tạo tài khoản' }).click()
    await page.getByRole('button', { name: 'Đã ghi lại, đóng' }).waitFor()
    await isFit('its password')
    await page.getByRole('button', { name: 'Đã ghi lại, đóng' }).click()
    for (const name of ['Sửa', 'Ngừng tài khoản', 'Đặt lại mật khẩu', 'Đăng xuất mọi nơi']) {
      await page.getByRole('button', { name: new RegExp(`^${name}`) }).first().click()
      await isFit(name)
      await closed()
    }
    await go(page, '/thon-ban')
    for (const name of ['Thêm thôn', 'Giao người', 'Sửa']) {
      await page.getByRole('button', { name: new RegExp(`^${name}`) }).first().click()
      await isFit(name)
      await closed()
    }
    await go(page, '/may')
    await page.getByRole('button', { name: /^Thu hồi/ }).first().click()
    await isFit('revoking')
    await closed()
  })
})
