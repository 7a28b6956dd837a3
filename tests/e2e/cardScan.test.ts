import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDevice, type Device } from '../support/browser/browser'
import { cardFilm, cardPicture } from '../support/browser/cardPictures'
import { readCards } from '../support/browser/cardSet'
import { nextPart, questionBox } from '../support/fillForm'
import { filmFiles } from '../support/browser/filmFile'
import { enrol, firstRow, openOnlyHamlet, pressUntil, untilInstalled } from '../support/browser/people'
import { demoDataFolder } from '../support/browser/demoDataFolder'
import { startProduct, type Product } from '../support/browser/product'
import { askProduct } from '../support/browser/productDatabase'

/* Reading identity cards in the real page, without a line: by the camera, from a photo, from what a hand scanner types. */

const NEW = '058301004521|264512907|Ka Tơr Thử Bình|14032001|Nữ|Thôn Suối Le, Lương Sơn, Ninh Sơn, Ninh Thuận|15042021'
const data = demoDataFolder()
const filmFile = filmFiles()
let product: Product
let phone: Device
beforeAll(async () => {
  product = await startProduct(data.path)
  phone = await openDevice({ kind: 'phone', cameraFilm: filmFile(cardFilm(NEW)) })
  await enrol(phone.page, product.origin, product, 'thon1')
  await untilInstalled(phone.page)
  await phone.context.setOffline(true)
})
afterAll(async () => {
  await phone.close()
  await product.stop()
  data.remove()
})

/** A person of the phone's hamlet who has a number, as the register has them. */
async function somebody(): Promise<{ readonly fullName: string; readonly personalId: string; readonly sex: string }> {
  const [row] = await askProduct<{ readonly answers: Awaited<ReturnType<typeof somebody>> }>(data.path, "select r.answers from record r join user_hamlet h on h.hamlet_id = r.hamlet join app_user u on u.id = h.user_id where u.username = 'thon1' and r.kind = 'person' and jsonb_typeof(r.answers -> 'personalId') = 'string' order by r.id limit 1")
  return row!.answers
}

/** Runs in the page: from now on another app has the camera, which would else read its film before anything else can be read. */
function takeCamera(): void {
  navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('taken', 'NotReadableError'))
}

const go = (hash: string): Promise<void> => phone.page.evaluate((to) => { location.hash = to }, hash)

describe('an identity card', () => {
  it('read by the camera of somebody unknown is added to the household, with what it says', async () => {
    const { page } = phone
    await openOnlyHamlet(page)
    await pressUntil(firstRow(page), /#\/ho\//)
    await page.getByRole('link', { name: 'Quét thẻ' }).click()
    await page.getByText('Chưa có người này trong máy').waitFor()
    await page.getByRole('button', { name: /^Thêm vào hộ/ }).click()

    expect(await questionBox(page, 'Họ, chữ đệm và tên').inputValue()).toBe('Ka Tơr Thử Bình')
    expect(await questionBox(page, 'Ngày, tháng, năm sinh').inputValue()).toBe('14/03/2001')
    expect(await questionBox(page, 'Giới tính').getByRole('radio', { name: 'Nữ' }).isChecked()).toBe(true)
    await nextPart(page)
    expect((await questionBox(page, 'Số định danh').inputValue()).replaceAll(' ', '')).toBe('058301004521')
    expect((await questionBox(page, 'Số CMND cũ').inputValue()).replaceAll(' ', '')).toBe('264512907')
  })

  it('from a photo shows what differs field by field, and replaces what was chosen', async () => {
    const { page } = phone
    await page.getByRole('button', { name: 'Quét thẻ' }).click()
    const sheet = page.getByRole('dialog', { name: 'Kết quả quét thẻ' })
    await sheet.getByText('Thẻ khớp với sổ').waitFor()
    await page.evaluate(takeCamera)
    await sheet.getByRole('button', { name: 'Quét lại' }).click()
    await page.getByRole('dialog').getByLabel('Chụp ảnh mã QR').setInputFiles({ name: 'the.png', mimeType: 'image/png', buffer: await cardPicture(NEW.replace('Ka Tơr Thử Bình', 'Ka-Tơr Thử Bình').replace('14032001', '14042001')) })

    await sheet.getByRole('heading', { name: '2 mục khác nhau: chọn mục đúng' }).waitFor()
    await sheet.getByRole('group', { name: 'Ngày sinh' }).getByRole('radio', { name: /14\/03\/2001/ }).check()
    await sheet.getByRole('button', { name: 'Dùng 1 mục đã chọn' }).click()
    await page.getByRole('button', { name: 'Trước', exact: true }).click()

    expect(await questionBox(page, 'Họ, chữ đệm và tên').inputValue()).toBe('Ka-Tơr Thử Bình')
    expect(await questionBox(page, 'Ngày, tháng, năm sinh').inputValue()).toBe('14/03/2001')
  })

  it('typed by a hand scanner finds its person; another text is no card', async () => {
    const { page } = phone
    await go('/quet')
    await page.getByLabel('Chữ từ máy quét cầm tay').fill('https://example.vn/the')
    await page.keyboard.press('Enter')
    await page.getByText('Đây không phải mã của thẻ căn cước.').waitFor()
    const known = await somebody()
    await page.getByLabel('Chữ từ máy quét cầm tay').fill(`${known.personalId}||${known.fullName.toUpperCase()}|01021934|${known.sex === '1' ? 'Nam' : 'Nữ'}|Ninh Sơn|01012022`)
    await page.keyboard.press('Enter')

    await page.getByRole('heading', { name: 'Kết quả quét thẻ' }).waitFor()
    await page.getByText(/^Đọc được thẻ\. 4 mục khớp/).waitFor()
    await page.getByRole('button', { name: /^Dùng 3 mục/ }).click()
    expect(await questionBox(page, 'Ngày, tháng, năm sinh').inputValue()).toBe('01/02/1934')
    expect(await questionBox(page, 'Họ, chữ đệm và tên').inputValue()).toBe(known.fullName)
  })

  it('is read in 95 of 100 pictures, turned, leaning, out of focus, pale and far', async () => {
    const plain = await openDevice({ kind: 'desk', bypassCsp: true })
    try {
      await plain.page.goto(product.origin)
      const reads = await readCards(plain.page, 70, 2)

      expect(reads.filter(({ isRight }) => isRight).length / reads.length).toBeGreaterThanOrEqual(0.95)
    } finally {
      await plain.close()
    }
  })

  it('breaks nothing of what the page may do', () => {
    expect(phone.violations).toEqual([])
  })
})
