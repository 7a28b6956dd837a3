import { beforeAll, expect, it } from 'vitest'
import { vietnamDay } from '../../src/domain/time'
import { dateWords } from '../../src/ui/text/dateWords'
import { graveFaults } from '../support/browser/accessibility'
import type { Device } from '../support/browser/browser'
import { go, syncNow } from '../support/inBook'
import { enrol, untilInstalled } from '../support/browser/people'
import { nextButton, nextPart, passNotice, questionBox } from '../support/fillForm'
import { askProduct } from '../support/browser/productDatabase'
import { productWorld } from '../support/browser/productWorld'

/* A survey that the administrator begins today: everybody is asked anew, nobody starts from nothing, and houses are located. */

const world = productWorld()

/** By keyboard alone. */
async function planSurvey(firstDay: string): Promise<void> {
  const { page } = await world.device({ kind: 'desk' })
  await enrol(page, world.product.origin, world.product, 'quantri')
  await page.getByRole('link', { name: 'Kỳ điều tra' }).press('Enter')
  await page.getByText('Chưa chia kỳ điều tra').waitFor()
  await page.getByRole('button', { name: 'Thêm kỳ' }).press('Enter')
  await page.getByLabel('Ngày bắt đầu').fill(dateWords(firstDay))
  await page.getByLabel('Ghi vị trí từng nhà (GPS)').press('Space')
  expect(await graveFaults(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByRole('row', { name: /Có Đang điều tra/ }).waitFor()
}

let phone: Device
beforeAll(async () => {
  phone = await world.device({ kind: 'phone' })
  await enrol(phone.page, world.product.origin, world.product, 'thon1')
  await untilInstalled(phone.page)
  await planSurvey(vietnamDay(Date.now()))
  await syncNow(phone.page)
})

it('asks somebody of the survey before again, with what was answered then to be confirmed', async () => {
  const { page, context } = phone
  const [somebody] = await askProduct<{ readonly person: string; readonly job: string }>(world.data, `
    select r.person, r.answers ->> 'jobTitle' as job from record r join user_hamlet h on h.hamlet_id = r.hamlet join app_user u on u.id = h.user_id
    where u.username = 'thon1' and r.kind = 'labour' and r.status = 'accepted' and r.answers ? 'jobTitle' and r.warnings = '[]' and r.holds = '[]'
      and not exists (select from record f where f.person = r.person and f.kind = 'asxh') order by r.id limit 1`)

  await context.setOffline(true)
  await go(page, `/nguoi/${somebody!.person}`)
  await page.getByRole('link', { name: /^Phiếu kỳ điều tra trước, ngày/ }).waitFor()
  expect(await graveFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Làm phiếu lao động' }).click()
  await passNotice(page)

  let presses = 0
  const job = page.getByLabel(/Công việc cụ thể/)
  for (let group = 0; group < 12; group += 1) {
    if ((await job.count()) > 0) expect(await job.inputValue()).toBe(somebody!.job)
    if ((await page.getByRole('button', { name: nextButton }).count()) === 0) break
    await nextPart(page)
    presses += 1
  }
  await questionBox(page, 'Người này tự trả lời').getByRole('radio').first().click()
  await page.getByRole('button', { name: /Gửi phiếu/ }).click()
  await page.getByText('Phiếu nằm an toàn trong máy. Có mạng là máy tự gửi.').waitFor()
  // One for each part that is read out, one for who answered, one to send.
  expect(presses + 2).toBeLessThanOrEqual(10)

  await context.setOffline(false)
  await syncNow(page)
  const forms = await askProduct<{ readonly status: string; readonly warnings: number; readonly job: string }>(world.data, `
    select status, jsonb_array_length(warnings) as warnings, answers ->> 'jobTitle' as job from record where kind = 'labour' and person = $1 order by answers ->> 'collectedOn'`, [somebody!.person])
  expect(forms).toEqual([{ status: 'accepted', warnings: 0, job: somebody!.job }, { status: 'submitted', warnings: 0, job: somebody!.job }])
})

it('records where a house stands, without a line, once the person allows it', async () => {
  const { page, context } = phone
  const [house] = await askProduct<{ readonly id: string }>(world.data, `
    select r.id from record r join user_hamlet h on h.hamlet_id = r.hamlet join app_user u on u.id = h.user_id
    where u.username = 'thon1' and r.kind = 'household' and r.holds = '[]' order by r.id limit 1`)
  await context.setOffline(true)
  await go(page, `/ho/${house!.id}`)
  const place = page.getByRole('region', { name: 'Vị trí nhà' })
  await place.getByRole('button', { name: 'Ghi vị trí' }).click()
  const sheet = page.getByRole('dialog', { name: 'Vị trí nhà' })
  await sheet.getByRole('button', { name: 'Dò vị trí' }).click()
  await sheet.getByText(/^Máy chưa cho trang này dùng vị trí/).waitFor()
  expect(await graveFaults(page)).toEqual([])

  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ latitude: 11.765432, longitude: 108.7, accuracy: 12 })
  await sheet.getByRole('button', { name: 'Dò lại' }).click()
  await sheet.getByText('Sai số khoảng 12 m').waitFor()
  await sheet.getByRole('button', { name: 'Lưu vị trí' }).click()
  await place.getByText(/^Đã ghi vị trí .* \(± 12 m\)$/).waitFor()
  expect(await graveFaults(page)).toEqual([])

  await context.setOffline(false)
  await syncNow(page)
  expect(await askProduct(world.data, `select answers ->> 'location' as location from record where id = $1`, [house!.id])).toEqual([{ location: 'geo:11.76543,108.7;u=12' }])
  expect(phone.violations).toEqual([])
})
