import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { enrol } from '../support/people'
import { productWorld } from '../support/productWorld'
import { countTaps, type Taps } from '../support/taps'

/* How many presses the jobs of a desk take, beside what the design aims at. */

const world = productWorld()

const waiting = (page: Page): Promise<number> => page.getByRole('grid').getAttribute('aria-rowcount').then(Number)

describe('at the supervisor\'s desk, the presses of', () => {
  let page: Page
  let taps: Taps
  beforeAll(async () => {
    page = (await world.device({ kind: 'desk' })).page
    taps = await countTaps(page)
    await enrol(page, world.product.origin, world.product, 'giamsat')
    await page.getByRole('grid').waitFor()
  })

  it('accepting the form before one: 1', async () => {
    const before = await waiting(page)

    expect(await taps(async () => {
      await page.getByRole('button', { name: 'Nghiệm thu', exact: true }).click()
      await expect.poll(() => waiting(page)).toBe(before - 1)
    })).toBe(1)
  })

  it('accepting all that have no warning: 2', async () => {
    expect(await taps(async () => {
      await page.getByRole('columnheader').getByRole('checkbox').click()
      await page.getByRole('button', { name: /^Nghiệm thu \d+ phiếu không có cảnh báo/ }).click()
      await expect.poll(() => waiting(page)).toBeLessThan(20)
    })).toBe(2)
  })

  it('returning a form with one note: 3, with the note typed', async () => {
    await page.getByRole('grid').locator('tr[data-row]').first().dblclick()
    await page.getByRole('button', { name: /^Ghi chú/ }).first().waitFor()
    const returned = page.url()

    expect(await taps(async () => {
      await page.getByRole('button', { name: /^Ghi chú/ }).first().click()
      await page.keyboard.insertText('Hỏi lại câu này.')
      await page.getByRole('button', { name: /^Trả lại, 1 ghi chú/ }).click()
      await expect.poll(() => page.url()).not.toBe(returned)
    }, 1)).toBe(3)
  })
})

describe('at the administrator\'s desk, the presses of', () => {
  it('taking in a list: 3, the file chosen with one of them', async () => {
    const { page } = await world.device({ kind: 'desk' })
    const taps = await countTaps(page)
    await enrol(page, world.product.origin, world.product, 'quantri')
    const list = 'Mã hộ,Họ và tên,Ngày sinh,Giới tính,Quan hệ với chủ hộ,Tên thôn\nNS-9901,Chamaléa Thị Nhập,1960,Nữ,Chủ hộ,Suối Le\n'

    expect(await taps(async () => {
      await page.getByLabel('Chọn tệp danh sách').setInputFiles({ name: 'ds.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
      await page.getByRole('button', { name: 'Xem trước' }).click()
      await page.getByRole('button', { name: 'Nhập 1 dòng' }).click()
      await page.getByText(/^Đã nhập/).first().waitFor()
    }, 1)).toBe(3)
  })
})
