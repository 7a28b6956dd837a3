import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Device } from '../support/browser/browser'
import { beginWithPhoto, cameraPhoto } from '../support/browser/photographed'
import { fillForm, nextPart, sendForm } from '../support/fillForm'
import { go, syncNow } from '../support/inBook'
import { enrol, isTooLate, unlock, untilInstalled } from '../support/browser/people'
import { askProduct } from '../support/browser/productDatabase'
import { productWorld } from '../support/browser/productWorld'
import { edge2G, startWeakLink, type WeakLink } from '../support/browser/weakLink'

/* A photo of a paper, from the camera to the desk, over a line that is cut in the middle of it. */

const world = productWorld()
let link: WeakLink
let phone: Device
let person = { id: '', name: '' }
let nextPerson = person
beforeAll(async () => {
  link = await startWeakLink(world.product.port)
  phone = await world.device({ kind: 'phone' })
  await enrol(phone.page, `http://127.0.0.1:${link.port}`, world.product, 'thon1')
  await untilInstalled(phone.page)
  const found = await askProduct<typeof person>(world.data, `
    select p.id, p.answers ->> 'fullName' as name from record p join user_hamlet h on h.hamlet_id = p.hamlet join app_user u on u.id = h.user_id
    where u.username = 'thon1' and p.kind = 'person' and left(p.answers ->> 'born', 4) between '1950' and '1980' and jsonb_typeof(p.answers -> 'personalId') = 'string'
      and not exists (select from record f where f.person = p.id) and 1 = (select count(*) from record q where q.answers ->> 'fullName' = p.answers ->> 'fullName')
    order by p.id limit 2`)
  person = found[0] ?? person
  nextPerson = found[1] ?? person
})
afterAll(() => link.close())

const onDisk = (page: Page): Promise<number> => page.evaluate(async () => {
  const name = (await indexedDB.databases()).map((database) => database.name ?? '').find((each) => /^sothon-./.test(each)) ?? ''
  return new Promise<number>((done) => {
    const opening = indexedDB.open(name)
    opening.onsuccess = () => {
      const count = opening.result.transaction('sealedBytes').objectStore('sealedBytes').count()
      count.onsuccess = () => { opening.result.close(); done(count.result) }
    }
  })
})

/** What is asked after the photo, to the end. */
async function sendRest(page: Page): Promise<void> {
  await nextPart(page)
  await fillForm(page, {
    'xác nhận khuyết tật': 'Không', 'Mất năng lực': 'Không', 'Tình trạng tài khoản': 'Chưa có tài khoản', 'Vì sao chưa có tài khoản': 'Chưa có giấy tờ',
    'muốn mở tài khoản': 'Có', 'Hình thức chi trả': 'Tiền mặt tại nhà',
  })
  await sendForm(page)
}

it('is taken offline, shrunk, and still in the form after the app was killed', async () => {
  const { page } = phone
  const photo = await cameraPhoto(page)
  expect(photo.length).toBeGreaterThan(1_500_000)
  link.setUp(false)
  await phone.context.setOffline(true)
  await beginWithPhoto(page, person.id, photo)
  await page.getByRole('region', { name: 'Tiến độ phiếu' }).locator('[aria-busy=false]', { hasText: 'Đã lưu' }).waitFor()

  const form = new URL(page.url()).hash.slice(1)
  phone = await phone.restart()
  await phone.context.setOffline(true)
  await phone.page.goto(`http://127.0.0.1:${link.port}`)
  await unlock(phone.page)
  await go(phone.page, form)
  const shown = phone.page.getByRole('img', { name: 'Ảnh quyết định hưởng trợ cấp' })
  await shown.waitFor()

  expect(await shown.evaluate(async (img: HTMLImageElement) => { await img.decode(); return [img.naturalWidth, img.naturalHeight] })).toEqual([1600, 1067])
})

it('waits for its line, goes on after cuts from where it was, and then leaves the phone', async () => {
  const { page } = phone
  await sendRest(page)
  link.setUp(true)
  await phone.context.setOffline(false)
  await syncNow(page)
  // The browser of the test does not say what line it is on: text goes, photos wait.
  await page.getByText(/^1 ảnh chờ gửi/).waitFor()
  const received = async (): Promise<number> => Number((await askProduct<{ received: number }>(world.data, 'select received from photo'))[0]?.received ?? 0)
  expect(await received()).toBe(0)

  const idle = page.getByRole('button', { name: 'Gửi ảnh bây giờ' }).and(page.locator(':not([aria-busy=true])'))
  link.setProfile({ ...edge2G, downBps: 2_000_000, upBps: 2_000_000, cutBytes: [90_000, 120_000] })
  await idle.click()
  await page.getByText('Máy sẽ gửi tiếp từ chỗ dừng.').waitFor()
  const before = await received()
  const none = page.getByText('Không có ảnh nào chờ gửi')
  while ((await none.count()) === 0) {
    // The last part may arrive, and the button go, just as it is to be pressed.
    await idle.click({ timeout: 3_000 }).catch(isTooLate)
    await idle.or(none).first().waitFor()
  }

  expect(before).toBeGreaterThan(0)
  expect(link.stats.cuts).toBeGreaterThan(1)
  const [row] = await askProduct<{ size: number; received: number; whole: boolean }>(world.data, 'select size, received, whole_at is not null as whole from photo')
  expect(row).toEqual({ size: row?.size, received: row?.size, whole: true })
  expect(row?.size).toBeLessThanOrEqual(400_000)
  expect(await onDisk(page)).toBe(0)
})

it('is seen at the desk when somebody asks for it', async () => {
  const desk = await world.device({ kind: 'desk' })
  await enrol(desk.page, world.product.origin, world.product, 'giamsat')
  const { page } = desk
  await go(page, '/kiem-tra')
  await page.getByRole('searchbox').fill(person.name)
  await page.getByRole('grid', { name: 'Phiếu chờ kiểm tra' }).getByRole('row').filter({ hasText: person.name }).filter({ hasText: 'ASXH' }).first().click()
  await page.getByRole('link', { name: 'Mở cả phiếu' }).click()
  await page.getByRole('button', { name: 'Xem ảnh' }).click()

  const shown = page.getByRole('img', { name: 'Ảnh quyết định hưởng trợ cấp' })
  await shown.waitFor()
  expect(await shown.evaluate(async (img: HTMLImageElement) => { await img.decode(); return img.naturalWidth })).toBe(1600)
  expect([...phone.violations, ...desk.violations]).toEqual([])
})

it('is handed in by a revoked phone after its forms, before the book is erased', async () => {
  const { page } = phone
  await phone.context.setOffline(true)
  await beginWithPhoto(page, nextPerson.id, await cameraPhoto(page))
  await sendRest(page)
  await askProduct(world.data, `update device set revoked_at = now() where user_id = (select id from app_user where username = 'thon1')`)
  await phone.context.setOffline(false)
  await go(page, '/dong-bo')
  await page.getByRole('button', { name: 'Thử gửi ngay' }).click()
  await page.getByRole('button', { name: 'Nộp phiếu đang chờ' }).click()
  await page.getByText(/đã bị thu hồi hoặc tài khoản đã ngừng, nên sổ của .* đã được xóa khỏi máy/).waitFor()

  const [form] = await askProduct<{ photo: string; warnings: readonly { id: string }[] }>(world.data, `select answers ->> 'decisionPhoto' as photo, warnings from record where kind = 'asxh' and person = $1`, [nextPerson.id])
  expect(await askProduct(world.data, 'select whole_at is not null as whole from photo where hash = $1', [form?.photo])).toEqual([{ whole: true }])
  expect(form?.warnings.map(({ id }) => id)).toContain('DEV-REVOKED')
})
