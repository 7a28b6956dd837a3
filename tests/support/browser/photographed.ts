import type { Page } from 'playwright-core'
import { addBenefit, fillForm, questionBox } from '../fillForm'
import { go } from '../inBook'

/** A picture as large and as hard to compress as one from a camera. */
export async function cameraPhoto(page: Page): Promise<Buffer> {
  const letters = await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 3000
    canvas.height = 2000
    const pen = canvas.getContext('2d')!
    const paper = pen.createImageData(3000, 2000)
    for (let at = 0, grain = 7; at < paper.data.length; at += 4) {
      grain = (grain * 1_103_515_245 + 12_345) % 2_147_483_648
      paper.data.fill(190 + (grain % 60), at, at + 3)
      paper.data[at + 3] = 255
    }
    pen.putImageData(paper, 0, 0)
    pen.font = '120px sans-serif'
    pen.fillText('QUYẾT ĐỊNH số 12/QĐ-UBND', 200, 400)
    return canvas.toDataURL('image/jpeg', 0.95).split(',')[1] ?? ''
  })
  return Buffer.from(letters, 'base64')
}

/** Fills a person's beneficiary record up to the photo of the decision. */
export async function beginWithPhoto(page: Page, id: string, photo: Buffer): Promise<void> {
  await go(page, `/nguoi/${id}`)
  await page.getByRole('button', { name: 'Làm hồ sơ ASXH' }).click()
  await fillForm(page, { 'Đang ở đúng nơi': 'Có' }, 3)
  await addBenefit(page)
  await questionBox(page, 'Ảnh quyết định').setInputFiles({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer: photo })
  await page.getByRole('img', { name: 'Ảnh quyết định hưởng trợ cấp' }).waitFor()
}
