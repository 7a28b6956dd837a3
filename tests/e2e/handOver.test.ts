import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeQueueCodes } from '../../src/protocol/queueCodes'
import { openDevice, type Device } from '../support/browser/browser'
import { cardFilm } from '../support/browser/cardPictures'
import { fillForm, sendForm } from '../support/fillForm'
import { filmFiles } from '../support/browser/filmFile'
import { go } from '../support/inBook'
import { enrol, pressUntil, unlock, untilInstalled } from '../support/browser/people'
import { demoDataFolder } from '../support/browser/demoDataFolder'
import { startProduct, type Product } from '../support/browser/product'
import { askProduct } from '../support/browser/productDatabase'

/* A form leaves a phone that has no network as a file, and another officer's phone sends it. */

const PERSON = 'Pi Năng Thị Đi Nhờ'
const data = demoDataFolder()
const filmFile = filmFiles()
let product: Product
let origin: Device
let courier: Device
beforeAll(async () => {
  product = await startProduct(data.path)
  origin = await openDevice({ kind: 'phone' })
  courier = await openDevice({ kind: 'phone' })
  await enrol(origin.page, product.origin, product, 'thon1')
  await untilInstalled(origin.page)
  await enrol(courier.page, product.origin, product, 'thon2')
})
afterAll(async () => {
  await origin.close()
  await courier.close()
  await product.stop()
  data.remove()
})

const atServer = () => askProduct(data.path, "select u.username as author, r.version from record r join app_user u on u.id::text = r.submission ->> 'by' where r.answers ->> 'headName' = $1", [PERSON])

describe('a form without a network', () => {
  let file = ''

  it('is saved as a rescue file from the lock screen, and tells nothing of anybody', async () => {
    const { page, context } = origin
    await context.setOffline(true)
    await pressUntil(page.getByRole('link', { name: 'Thêm hộ' }), /#\/(them|phieu)\//)
    await fillForm(page, { 'Mã hộ gia đình': 'NS-8888', 'Họ tên chủ hộ': PERSON })
    await sendForm(page)
    await go(page, '/cua-toi')
    await page.getByRole('button', { name: 'Khóa sổ', exact: true }).click()

    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lưu tệp cứu hộ' }).click()])

    file = await download.path()
    await page.getByText('Tệp cứu hộ có 1 phiếu').waitFor()
    expect(readFileSync(file, 'utf8')).not.toMatch(/Pi Năng|NS-8888|headName/)
  })

  it('is taken by another officer\'s phone, which sends it for its author', async () => {
    const { page } = courier
    await go(page, '/dong-bo')
    await page.getByLabel('Nhận tệp của máy khác').setInputFiles(file)
    await page.getByText('Đã nhận 1 phiếu. Có mạng là máy này gửi hộ.').waitFor()
    await page.getByText('Máy chủ đã nhận hết phiếu gửi hộ.').waitFor()

    expect(await atServer()).toEqual([{ author: 'thon1', version: 1 }])
  })

  it('is read from the screen by a camera as well, code by code, and counts no second time', async () => {
    const scanning = await openDevice({ kind: 'phone', cameraFilm: filmFile(cardFilm(...writeQueueCodes(readFileSync(file, 'utf8'))!)) })
    try {
      const { page } = scanning
      await enrol(page, product.origin, product, 'canbo')
      await go(page, '/dong-bo')
      await page.getByRole('button', { name: 'Quét mã của máy khác' }).click()
      await page.getByText('Đã nhận 1 phiếu. Có mạng là máy này gửi hộ.').waitFor()
      await page.getByText('Máy chủ đã nhận hết phiếu gửi hộ.').waitFor()
    } finally {
      await scanning.close()
    }

    expect(await atServer()).toEqual([{ author: 'thon1', version: 1 }])
  })

  it('is known to be received when its own phone has a network again, and is not sent a second time', async () => {
    const { page, context } = origin
    await context.setOffline(false)
    await unlock(page)
    await go(page, '/dong-bo')

    await page.getByRole('heading', { name: 'Không còn phiếu nào chờ gửi' }).waitFor()
    expect(await atServer()).toEqual([{ author: 'thon1', version: 1 }])
  })
})
