import { expect, it } from 'vitest'
import { fillForm, sendForm } from '../support/fillForm'
import { syncNow } from '../support/inBook'
import { enrol, openOnlyHamlet, pressUntil, untilInstalled } from '../support/browser/people'
import { askProduct } from '../support/browser/productDatabase'
import { productWorld } from '../support/browser/productWorld'

/* A phone that is short of room: the browser erases the book between two visits, as it may, and keeps the cookie. */

const world = productWorld()

interface Kept { readonly device: string; readonly counter: string; readonly code: string }

/** The operations that made the households of this file. */
const kept = (): Promise<readonly Kept[]> => askProduct<Kept>(world.data, `
  select device, counter, payload -> 'patch' ->> 'householdCode' as code from operation where payload -> 'patch' ->> 'householdCode' like 'NS-81%' order by seq`)
const counts = async (): Promise<unknown> => (await askProduct(world.data, 'select (select count(*) from record) as records, (select count(*) from operation) as operations'))[0]

it('[S22] a phone whose book the browser erased says so, starts afresh as another device, and takes nothing away from the server', async () => {
  const { page, context } = await world.device({ kind: 'phone' })
  const { origin } = world.product
  const addHousehold = async (code: string): Promise<void> => {
    await openOnlyHamlet(page)
    await pressUntil(page.getByRole('link', { name: 'Thêm hộ' }), /#\/(them|phieu)\//)
    await fillForm(page, { 'Mã hộ gia đình': code, 'Họ tên chủ hộ': 'Katơr Thị Thử' })
    await sendForm(page)
    await syncNow(page)
  }
  await enrol(page, origin, world.product, 'thon1')
  await untilInstalled(page)
  await addHousehold('NS-8101')
  const [before, [first]] = [await counts(), await kept()]

  await page.goto('about:blank')
  await (await context.newCDPSession(page)).send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
  await page.goto(origin)
  await page.getByText(/trình duyệt đã xóa dữ liệu trong máy/).waitFor()
  expect(await counts()).toEqual(before)

  await enrol(page, origin, world.product, 'thon1')
  expect(await counts()).toEqual(before)
  await openOnlyHamlet(page)
  const [hamlet] = await askProduct<{ readonly households: string }>(world.data, `
    select count(*) as households from record where kind = 'household' and hamlet in (select hamlet from record where answers ->> 'householdCode' = 'NS-8101')`)
  await page.getByRole('button', { name: `Tất cả ${hamlet?.households}` }).waitFor()
  await addHousehold('NS-8102')
  const [old, fresh, ...more] = await kept()
  expect(old).toEqual(first)
  expect(fresh).toMatchObject({ code: 'NS-8102', counter: '1' })
  expect(fresh?.device).not.toBe(first?.device)
  expect(more).toEqual([])
})
