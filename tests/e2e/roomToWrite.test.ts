import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { fillForm, nextButton } from '../support/fillForm'
import { go } from '../support/inBook'
import { enrol, untilInstalled } from '../support/browser/people'
import { askProduct } from '../support/browser/productDatabase'
import { productWorld } from '../support/browser/productWorld'

/* Room on the page of a form, and what a finger does to it. */

const world = productWorld()
let page: Page

it('leaves room to bring the last answers of a page above the offer to undo', async () => {
  page = (await world.device({ kind: 'phone' })).page
  await enrol(page, world.product.origin, world.product, 'thon1')
  await untilInstalled(page)
  const [person] = await askProduct<{ readonly id: string }>(world.data, `
    select p.id from record p join user_hamlet h on h.hamlet_id = p.hamlet join app_user u on u.id = h.user_id
    where u.username = 'thon1' and p.kind = 'person' and left(p.answers ->> 'born', 4) < '1990'
      and not exists (select from record f where f.person = p.id) order by p.id limit 1`, [])
  await go(page, `/nguoi/${person?.id ?? ''}`)
  await page.getByRole('button', { name: 'Làm phiếu lao động' }).click()
  await fillForm(page, { 'Đang ở đúng nơi': 'Có' }, 1)
  for (const heading of ['Nơi ở', 'Dân tộc', 'Học vấn']) {
    await page.getByRole('button', { name: nextButton }).click()
    await page.getByRole('region', { name: 'Tiến độ phiếu' }).getByText(heading).waitFor()
  }
  const level = (words: string) => page.getByRole('radio', { name: words, exact: true })
  await level('Đại học').click()
  await page.getByLabel('Chuyên ngành đào tạo').fill('Kế toán')
  await level('Sơ cấp').click()
  await level('Chưa qua đào tạo').click()
  await page.getByRole('button', { name: 'Đổi', exact: true }).click()
  await page.getByRole('button', { name: 'Hoàn tác' }).waitFor()

  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  const lies = await level('Trên đại học').evaluate((option) => {
    const { left, top, width, height } = option.getBoundingClientRect()
    return option.contains(document.elementFromPoint(left + width / 2, top + height / 2))
  })

  expect(lies).toBe(true)
})

it('leaves no button looking touched when the finger is gone', async () => {
  const back = page.getByRole('button', { name: 'Trước', exact: true })
  const look = () => back.evaluate((button) => getComputedStyle(button).backgroundColor)
  const untouched = await look()
  await back.tap()
  await page.getByRole('region', { name: 'Tiến độ phiếu' }).getByText('Dân tộc').waitFor()

  // The browser lets it look touched for a moment, and the colour takes another to go.
  await expect.poll(look).toBe(untouched)
})

it('gives the little that the keyboard leaves of the screen to what is typed', async () => {
  await page.setViewportSize({ width: 360, height: 440 })

  expect(await page.locator('meta[name=viewport]').getAttribute('content')).toContain('interactive-widget=resizes-content')
  expect(await page.locator('.bar, .foot').evaluateAll((bars) => bars.map((bar) => getComputedStyle(bar).position))).toEqual(['static', 'static'])
})
