import { expect, it } from 'vitest'
import { graveFaults } from '../support/browser/accessibility'
import { go, syncNow } from '../support/inBook'
import { enrol, untilInstalled } from '../support/browser/people'
import { askProduct } from '../support/browser/productDatabase'
import { productWorld } from '../support/browser/productWorld'

/* A request to move, from a phone without a line to the desk and back to the phones of both hamlets. */

const world = productWorld()

it('moves a person to a household of another hamlet, when the supervisor agrees', async () => {
  const { page: phone, context } = await world.device({ kind: 'phone' })
  await enrol(phone, world.product.origin, world.product, 'thon1')
  await untilInstalled(phone)
  const [person] = await askProduct<{ readonly id: string; readonly name: string; readonly household: string }>(world.data, `
    select p.id, p.household, p.answers ->> 'fullName' as name from record p join user_hamlet h on h.hamlet_id = p.hamlet join app_user u on u.id = h.user_id
    where u.username = 'thon1' and p.kind = 'person' and p.answers ->> 'relationToHead' = '3' and p.holds = '[]' order by p.id limit 1`)
  const [target] = await askProduct<{ readonly id: string; readonly code: string; readonly hamlet: string }>(world.data, `
    select r.id, r.answers ->> 'householdCode' as code, h.name as hamlet from record r join hamlet h on h.id = r.hamlet where h.code = 'T02' and r.kind = 'household' order by r.id limit 1`)

  await context.setOffline(true)
  await go(phone, `/nguoi/${person!.id}`)
  await phone.getByRole('button', { name: 'Báo chuyển, tách hoặc trùng' }).click()
  await phone.getByRole('radio', { name: 'Chuyển sang hộ khác' }).click()
  await phone.getByRole('radio', { name: 'Không có trong máy này' }).click()
  await phone.getByLabel('Ghi chú cho người kiểm tra').fill(`về hộ ${target!.code}`)
  expect(await graveFaults(phone)).toEqual([])
  await phone.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await phone.getByText(/chờ người kiểm tra quyết định/).waitFor()
  await context.setOffline(false)
  await syncNow(phone)

  const { page: desk } = await world.device({ kind: 'desk' })
  await enrol(desk, world.product.origin, world.product, 'giamsat')
  await desk.getByRole('link', { name: 'Yêu cầu' }).click()
  const request = desk.getByRole('region', { name: person!.name })
  await request.getByText(`về hộ ${target!.code}`).waitFor()
  await request.getByRole('button', { name: 'Chọn hộ, thôn, người khác' }).click()
  await request.getByRole('searchbox').fill(target!.code)
  await request.getByRole('radio', { name: target!.code }).click()
  expect(await graveFaults(desk)).toEqual([])
  await request.getByRole('button', { name: 'Không đồng ý' }).click()
  expect(await graveFaults(desk)).toEqual([])
  await desk.keyboard.press('Escape')
  await request.getByRole('button', { name: 'Đồng ý', exact: true }).click()
  await request.waitFor({ state: 'detached' })
  await syncNow(desk)

  await syncNow(phone)
  await go(phone, `/nguoi/${person!.id}`)
  await phone.getByRole('heading', { name: 'Không có trong máy này' }).first().waitFor()
  const [moved] = await askProduct<{ readonly hamlet: string; readonly household: string; readonly asked: string | null }>(world.data, `select h.name as hamlet, r.household, r.answers ->> 'request' as asked from record r join hamlet h on h.id = r.hamlet where r.id = $1`, [person!.id])
  expect(moved).toEqual({ hamlet: target!.hamlet, household: target!.id, asked: null })
})
