import { expect, it } from 'vitest'
import { graveFaults } from '../support/browser/accessibility'
import { go } from '../support/inBook'
import { enrol, untilInstalled } from '../support/browser/people'
import { askProduct } from '../support/browser/productDatabase'
import { productWorld } from '../support/browser/productWorld'

/* Forms accepted long ago lie on a phone only in part, and come back whole for whoever opens one. */

const world = productWorld({ SOTHON_SHRINK_DAYS: '7' })

it('keeps little of an old form on the phone, and fetches it whole to be read and corrected', async () => {
  const { page, context } = await world.device({ kind: 'phone' })
  await enrol(page, world.product.origin, world.product, 'thon1')
  await untilInstalled(page)
  const [form] = await askProduct<{ readonly id: string; readonly address: string }>(world.data, `
    select r.id, r.answers ->> 'permanentAddressDetail' as address from record r join user_hamlet h on h.hamlet_id = r.hamlet join app_user u on u.id = h.user_id
    where u.username = 'thon1' and r.kind = 'labour' and r.status = 'accepted' and r.reviewed_at < now() - interval '9 days' and r.holds = '[]' order by r.id limit 1`)
  const open = (): Promise<void> => go(page, `/phieu/${form!.id}`)

  await context.setOffline(true)
  await open()
  await page.getByText('Máy này chỉ giữ phần tóm tắt').waitFor()
  await page.getByText('Giới tính', { exact: true }).waitFor()
  expect(await page.getByText(form!.address).count()).toBe(0)
  expect(await graveFaults(page)).toEqual([])

  await context.setOffline(false)
  await page.getByRole('button', { name: 'Tải bản đầy đủ' }).click()
  await page.getByText(form!.address).first().waitFor()
  await page.getByRole('button', { name: 'Sửa', exact: true }).click()
  await page.getByRole('button', { name: 'Mục lục' }).waitFor()
})
