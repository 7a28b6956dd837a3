import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { fillForm, sendButton, sendForm } from '../support/fillForm'
import { go, goUntilDrawn, syncNow } from '../support/inBook'
import { enrol, pressUntil, unlock, untilInstalled } from '../support/browser/people'
import { askProduct } from '../support/browser/productDatabase'
import { productWorld } from '../support/browser/productWorld'

/* One form in two tabs of a browser: what is typed in either of them is sent. */

const NAME = 'Katơr Thị Hai Nơi'
const world = productWorld()
let first: Page
let second: Page

beforeAll(async () => {
  const phone = await world.device({ kind: 'phone' })
  first = phone.page
  await enrol(first, world.product.origin, world.product, 'thon1')
  await untilInstalled(first)
  await pressUntil(first.getByRole('link', { name: 'Thêm hộ' }), /#\/phieu\//)
  await fillForm(first, { 'Mã hộ gia đình': 'NS-4321', 'Họ tên chủ hộ': 'Katơr Thị Hai' }, 1)
  second = await phone.context.newPage()
  await second.goto(world.product.origin)
  await unlock(second)
  await go(second, new URL(first.url()).hash)
  await fillForm(second, { 'Số điện thoại': '0912000888' }, 1)
})

describe('[S48] a form that is open in two tabs', () => {
  it('is not sent by the tab that does not show what was typed in the other', async () => {
    await fillForm(first, { 'Họ tên chủ hộ': NAME }, 1)
    await goUntilDrawn(first, '/viec')
    await first.getByText(NAME).first().waitFor()

    await fillForm(second, {})
    await second.getByRole('button', { name: sendButton }).click()

    await second.getByText(/Phiếu này vừa được ghi ở cửa sổ khác/).first().waitFor()
  })

  it('is sent once, with the answers of both', async () => {
    await sendForm(second)
    await syncNow(second)
    await go(first, '/thon')
    await goUntilDrawn(first, '/viec')

    const sent = await askProduct<{ readonly answers: Record<string, unknown> }>(world.data, "select answers from record where answers ->> 'householdCode' = 'NS-4321'")
    expect(sent.map(({ answers }) => [answers['headName'], answers['phone']])).toEqual([[NAME, '0912000888']])
    expect(await first.getByText(NAME).count()).toBe(0)
  })
})
