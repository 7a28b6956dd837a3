import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDevice, type Device } from '../support/browser/browser'
import { addBenefit, fillForm, nextPart, questionBox, sendForm } from '../support/fillForm'
import { syncNow } from '../support/inBook'
import { enrol, pressUntil, unlock, untilInstalled } from '../support/browser/people'
import { demoDataFolder } from '../support/browser/demoDataFolder'
import { startProduct, type Product } from '../support/browser/product'
import { edge2G, startWeakLink, type LinkProfile, type WeakLink } from '../support/browser/weakLink'

/*
 * The main job, end to end: the built product, a phone and a desk in real Chromium, a line that comes and goes.
 * Nothing is faked: the line is a TCP proxy, so what the service worker asks for is slowed and cut as well.
 */

const data = demoDataFolder()
let product: Product
let link: WeakLink
beforeAll(async () => {
  product = await startProduct(data.path)
  link = await startWeakLink(product.port)
})
afterAll(async () => {
  await link.close()
  await product.stop()
  data.remove()
})

interface Line {
  /** For installing and the first download. */
  readonly install: LinkProfile | null
  /** For sending from the field. */
  readonly field: LinkProfile | null
}

const lines: readonly (readonly [string, string, Line])[] = [
  ['a good line', 'Tầu Yên Thử', { install: null, field: null }],
  ['100 kbit/s, 400 ms, cut every one to four kilobytes', 'Bo Bo Thị Thử', { install: edge2G, field: { ...edge2G, cutBytes: [1_200, 4_500] } }],
]

describe.each(lines)('over %s', (_name, person, line) => {
  const origin = (): string => `http://127.0.0.1:${link.port}`
  let phone: Device
  let desk: Device
  afterAll(async () => {
    link.setProfile(null)
    link.setUp(true)
    await phone?.close()
    await desk?.close()
  })

  async function cutLine(): Promise<void> {
    link.setUp(false)
    await phone.context.setOffline(true)
  }
  async function restoreLine(): Promise<void> {
    link.setProfile(line.field)
    link.setUp(true)
    await phone.context.setOffline(false)
  }
  const go = (place: string) => phone.page.evaluate((hash) => { location.hash = hash }, place)
  const chip = (words: RegExp) => phone.page.getByRole('link', { name: words }).first().waitFor()

  it('installs and downloads the hamlet online, then opens from a cold start without a line', async () => {
    link.setProfile(line.install)
    phone = await openDevice({ kind: 'phone' })
    await enrol(phone.page, origin(), product, 'thon1')
    await untilInstalled(phone.page)

    await cutLine()
    phone = await phone.restart()
    await phone.context.setOffline(true)
    await phone.page.goto(origin())
    await unlock(phone.page)

    await phone.page.getByRole('heading', { level: 1, name: 'Suối Le' }).waitFor()
  })

  it('adds a household and a person', async () => {
    const { page } = phone
    await pressUntil(page.getByRole('link', { name: 'Thêm hộ' }), /#\/(them|phieu)\//)
    await fillForm(page, { 'Mã hộ gia đình': `NS-${person.length}99`, 'Họ tên chủ hộ': person, 'Chỉ đường': 'qua suối rẽ trái' })
    await sendForm(page)
    await page.getByRole('heading', { level: 1, name: person }).waitFor()
    await page.getByRole('link', { name: 'Thêm người' }).click()
    await fillForm(page, {
      'Họ, chữ đệm và tên khai sinh': person, 'Ngày, tháng, năm sinh': '12/05/1980', 'Giới tính': 'Nam', 'Quan hệ với chủ hộ': 'Chủ hộ',
      'Dân tộc': 'ra glai', 'Số định danh': person === 'Tầu Yên Thử' ? '058080123456' : '058080654321', 'Số điện thoại': '0912000345',
    })
    await sendForm(page)

    await page.getByRole('button', { name: `Làm tiếp: phiếu lao động của ${person}` }).waitFor()
  })

  it('keeps a half-filled form through the death of the app', async () => {
    await phone.page.getByRole('button', { name: /^Làm tiếp/ }).click()
    await fillForm(phone.page, { 'Đang ở đúng nơi': 'Có', 'giáo dục phổ thông': 'Tốt nghiệp THCS' }, 4)
    await phone.page.getByRole('region', { name: 'Tiến độ phiếu' }).locator('[aria-busy=false]', { hasText: 'Đã lưu' }).waitFor()
    execFileSync('pkill', ['-9', '-f', phone.profile])
    phone = await phone.restart()
    await phone.context.setOffline(true)
    await phone.page.goto(origin())
    await unlock(phone.page)

    await go('/viec')
    await phone.page.getByRole('link', { name: new RegExp(`${person}.*Phiếu lao động`) }).click()
    await questionBox(phone.page, 'giáo dục phổ thông').waitFor()

    expect(await questionBox(phone.page, 'giáo dục phổ thông').getByRole('radio', { name: 'Tốt nghiệp THCS' }).isChecked()).toBe(true)
  })

  it('fills and submits the labour form and the beneficiary record without a line', async () => {
    const { page } = phone
    await fillForm(page, {
      'chuyên môn kỹ thuật': 'Chưa qua đào tạo', 'Tình trạng tham gia': 'Không tham gia hoạt động kinh tế',
      'Lý do không tham gia': 'Nội trợ', 'Người này tự trả lời': 'Có',
    })
    await sendForm(page)
    await page.getByRole('link', { name: new RegExp(`^${person}`) }).click()
    await page.getByRole('button', { name: 'Làm hồ sơ ASXH' }).click()
    await fillForm(page, { 'Đang ở đúng nơi': 'Có' }, 3)
    await addBenefit(page)
    await nextPart(page)
    await fillForm(page, {
      'xác nhận khuyết tật': 'Không', 'Mất năng lực': 'Không', 'Tình trạng tài khoản': 'Chưa có tài khoản', 'Vì sao chưa có tài khoản': 'Chưa có giấy tờ',
      'muốn mở tài khoản': 'Có', 'Hình thức chi trả': 'Tiền mặt tại nhà',
    })
    await sendForm(page)

    await go('/dong-bo')
    // What was said to the notice goes with the person, or by itself where they were tried to be sent before it.
    await page.getByRole('heading', { name: /^[45] phiếu chờ gửi/ }).waitFor()
  })

  it('sends by itself when the line returns, through every cut', async () => {
    await restoreLine()

    await chip(/Đã gửi hết/)
    await phone.page.getByRole('heading', { name: 'Không còn phiếu nào chờ gửi' }).waitFor()
    if (line.field?.cutBytes) expect(link.stats.cuts).toBeGreaterThan(0)
  })

  it('lets the supervisor return one with a note on a field and accept the other', async () => {
    desk = await openDevice({ kind: 'desk' })
    await enrol(desk.page, product.origin, product, 'giamsat')
    const { page } = desk

    await openFromQueue(person, 'Lao động')
    await page.getByRole('button', { name: /^Ghi chú vào (Học vấn|Trình độ giáo dục)/ }).click()
    await page.getByRole('textbox', { name: 'Ghi chú cho người thu thập' }).fill('Có bằng THPT, xem lại.')
    await page.getByRole('button', { name: 'Trả lại, 1 ghi chú' }).waitFor()
    // The list says what is on the disk: what was typed a moment ago is still on its way there.
    await page.evaluate(() => { location.hash = '/kiem-tra' })
    await page.getByRole('row').filter({ hasText: person }).filter({ hasText: 'Ghi chú dở' }).waitFor()
    await page.reload()
    await unlock(page)
    await openFromQueue(person, 'Lao động')
    await page.getByRole('button', { name: 'Trả lại, 1 ghi chú' }).click()
    // The desk goes on to the next form of the filtered queue by itself.
    await page.getByText(/^Hồ sơ ASXH/).first().waitFor()
    await page.getByRole('button', { name: 'Nghiệm thu', exact: true }).click()
    await page.getByText(/^Đã nghiệm thu: /).first().waitFor()

    await syncNow(desk.page)
  })

  it('shows both on the phone, opens at the note, and takes the correction back as a difference', async () => {
    const { page } = phone
    await syncNow(phone.page)
    await go('/viec')
    await page.getByRole('link', { name: new RegExp(`${person}.*1 chỗ có ghi chú`) }).click()
    await page.getByText('Có bằng THPT, xem lại.').waitFor()
    await fillForm(page, { 'giáo dục phổ thông': 'Tốt nghiệp THPT' })
    await sendForm(page)
    await syncNow(phone.page)
    await page.evaluate(() => history.back())
    await syncNow(desk.page)
    await openFromQueue(person, 'Lao động')

    const changes = desk.page.locator('section').filter({ has: desk.page.getByRole('heading', { name: 'Sửa so với lần gửi trước (1)' }) })
    await changes.getByText('Tốt nghiệp THCS').waitFor()
    await changes.getByText('Tốt nghiệp THPT').waitFor()
  })

  it('does nothing the Content-Security-Policy forbids, on the phone or at the desk', () => {
    expect([...phone.violations, ...desk.violations]).toEqual([])
  })

  /** Opens a form of the person from the queue of the supervisor. */
  async function openFromQueue(name: string, kind: 'Lao động' | 'ASXH'): Promise<void> {
    const { page } = desk
    await page.evaluate(() => { location.hash = '/kiem-tra' })
    await page.getByRole('searchbox').fill(name)
    await page.getByRole('grid', { name: 'Phiếu chờ kiểm tra' }).getByRole('row').filter({ hasText: kind }).filter({ hasText: name }).click()
    await page.getByRole('link', { name: 'Mở cả phiếu' }).click()
    await page.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor()
  }
})
