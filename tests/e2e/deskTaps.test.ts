import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { colleague } from '../support/browser/colleague'
import { enrol } from '../support/browser/people'
import { askProduct } from '../support/browser/productDatabase'
import { productWorld } from '../support/browser/productWorld'
import { countTaps, type Taps } from '../support/browser/taps'

/* How many presses the jobs of a desk take, beside what the design aims at. */

const world = productWorld()

const waiting = (page: Page): Promise<number> => page.getByRole('grid').getAttribute('aria-rowcount').then(Number)

/** An officer reports that somebody is written twice. Gives the name. */
async function reportedDouble(): Promise<string> {
  const [person, other] = await askProduct<{ readonly id: string; readonly name: string }>(world.data, `
    select id, answers ->> 'fullName' as name from record where kind = 'person' and not answers ? 'request' order by id limit 2`)
  const officer = await colleague(world.product, 'canbo')
  const { kind, hamlet, household, person: of, submission } = officer.records.get(person!.id)!
  officer.submit(person!.id, { head: { kind, hamlet, household, person: of }, form: 'person@3', patch: { request: '3', requestTo: other!.id, requestedOn: '2026-11-02', requestedBy: submission!.by } })
  await officer.sync()
  return person!.name
}

describe('at the supervisor\'s desk, the presses of', () => {
  let page: Page
  let taps: Taps
  let double = ''
  beforeAll(async () => {
    double = await reportedDouble()
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

  it('merging a pair reported as one person: 2; the design has 3, one to confirm what here can be taken back', async () => {
    expect(await taps(async () => {
      await page.getByRole('link', { name: 'Yêu cầu' }).click()
      const request = page.getByRole('region', { name: double })
      await request.getByRole('button', { name: 'Đồng ý', exact: true }).click()
      await request.waitFor({ state: 'detached' })
    })).toBe(2)
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
