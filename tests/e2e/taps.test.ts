import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Device } from '../support/browser/browser'
import { cardFilm } from '../support/browser/cardPictures'
import { twoMinds, twoNotes } from '../support/browser/colleague'
import { addBenefit, fillForm, nextPart, passNotice, questionBox, sendForm, type Script } from '../support/fillForm'
import { filmFiles } from '../support/browser/filmFile'
import { enrol, firstRow, openOnlyHamlet, untilInstalled } from '../support/browser/people'
import { askProduct } from '../support/browser/productDatabase'
import { productWorld } from '../support/browser/productWorld'
import { countTaps, type Taps } from '../support/browser/taps'

/*
 * How many taps the main jobs take, beside what the design aims at. A tap is a press on the screen, and each text
 * that is typed counts as one more: its box must be touched.
 */

const world = productWorld()
let phone: Device
let page: Page
let taps: Taps
let people: readonly Related[] = []
let crossed = ''
let returned = ''
const filmFile = filmFiles()
beforeAll(async () => {
  people = await unasked(4)
  crossed = await twoMinds(world)
  returned = await twoNotes(world)
  phone = await world.device({ kind: 'phone', cameraFilm: filmFile(cardFilm(await cardOf(people[0]!))) })
  page = phone.page
  taps = await countTaps(page)
  await enrol(page, world.product.origin, world.product, 'thon1')
  await untilInstalled(page)
  await phone.context.setOffline(true)
})

const go = (hash: string): Promise<void> => page.evaluate((to) => { location.hash = to }, hash)

interface Somebody { readonly id: string; readonly household: string; readonly name: string; readonly born: string }
/** With the name of somebody of the household whose relation follows from what the register knows. */
interface Related extends Somebody { readonly kin: string }

/** Grown-ups of the phone's hamlet who have a number, one to a household of which nobody has a form yet. */
function unasked(count: number): Promise<readonly Related[]> {
  return askProduct<Related>(world.data, `
    select distinct on (p.household) p.id, p.household, p.answers ->> 'fullName' as name, p.answers ->> 'born' as born, o.answers ->> 'fullName' as kin from record p
    join record o on o.household = p.household and o.kind = 'person' and o.id <> p.id and left(o.answers ->> 'born', 4) < '2000' and coalesce(o.answers ->> 'residenceState', '1') not in ('5', '6')
      and jsonb_typeof(o.answers -> 'personalId') = 'string' and '1' in (p.answers ->> 'relationToHead', o.answers ->> 'relationToHead')
      and p.answers ->> 'relationToHead' in ('1', '2', '3', '4', '6') and o.answers ->> 'relationToHead' in ('1', '2', '3', '4', '6')
    join user_hamlet h on h.hamlet_id = p.hamlet join app_user u on u.id = h.user_id
    where u.username = 'thon1' and p.kind = 'person' and jsonb_typeof(p.answers -> 'personalId') = 'string' and left(p.answers ->> 'born', 4) < '1990' and length(p.answers ->> 'born') = 10
      and not exists (select from record f where f.household = p.household and f.kind in ('labour', 'asxh'))
    order by p.household, p.id, o.id limit $1`, [count])
}

/** What the QR of their card says: as the register has it, and the day of issue, which that has not. */
async function cardOf({ id }: Somebody): Promise<string> {
  const [row] = await askProduct<{ readonly answers: Readonly<Record<string, string>> }>(world.data, 'select answers from record where id = $1', [id])
  const { personalId = '', fullName = '', born = '', sex = '', permanentAddressRaw = 'Ninh Sơn, Khánh Hòa' } = row?.answers ?? {}
  return [personalId, '', fullName, born.split('-').reverse().join(''), sex === '1' ? 'Nam' : 'Nữ', permanentAddressRaw, '15042021'].join('|')
}

/** Opens the labour form of somebody. */
async function openForm({ id }: Somebody): Promise<void> {
  await go(`/nguoi/${id}`)
  await page.getByRole('button', { name: 'Làm phiếu lao động' }).waitFor()
}
async function fillLabour(script: Script): Promise<void> {
  await page.getByRole('button', { name: 'Làm phiếu lao động' }).click()
  await fillForm(page, { 'Đang ở đúng nơi': 'Có', 'giáo dục phổ thông': 'Tốt nghiệp THPT', 'chuyên môn kỹ thuật': 'Chưa qua đào tạo', ...script, 'Người này tự trả lời': 'Có' })
  await sendForm(page)
}

/** To what waits for this person, when it stands still: which answers were written twice is said once they were read, and the lines below move. */
async function openTasks(): Promise<void> {
  await page.getByRole('link', { name: /^Việc/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Việc cần làm' }).waitFor()
  await expect.poll(() => page.locator('main a[href*="/xung-dot/"]').filter({ hasNotText: ': ' }).count()).toBe(0)
}

describe('the taps of', () => {
  it('going on with the next person of a household: 2, and 2 more where the notice about their data is read to them for the first time', async () => {
    await openOnlyHamlet(page)
    await page.getByRole('button', { name: /^Chưa đến/ }).click()
    const door = firstRow(page)
    // Only looked at: it stands still and can be pressed.
    await door.click({ trial: true })

    expect(await taps(async () => {
      await door.click()
      await page.getByRole('button', { name: /^Làm tiếp/ }).click()
      await page.getByRole('heading', { level: 1, name: 'Thông báo về dữ liệu cá nhân' }).waitFor()
    })).toBe(2)
    expect(await taps(() => passNotice(page))).toBe(2)
  })

  it('the labour form of a wage worker, with a card scan: at most 32', async () => {
    await go(`/ho/${people[0]!.household}`)
    await page.getByRole('link', { name: 'Quét thẻ' }).waitFor()

    const count = await taps(async () => {
      await page.getByRole('link', { name: 'Quét thẻ' }).click()
      await page.getByRole('button', { name: /^Dùng \d mục đã chọn/ }).click()
      await page.waitForURL(/#\/nguoi\//)
      await fillLabour({
        'Tình trạng tham gia': 'Người có việc làm', 'Vị thế việc làm': 'Làm công ăn lương', 'Có hợp đồng lao động': 'Có', 'Loại hợp đồng': 'Không xác định thời hạn',
        'Thời gian bắt đầu': '02/2024', 'Công việc cụ thể': 'Phụ hồ', 'Tham gia BHXH': 'Bắt buộc', 'Loại hình nơi làm việc': 'Doanh nghiệp', 'Loại doanh nghiệp': 'DN ngoài Nhà nước',
        'Nơi làm việc (tên)': 'Công ty Xây dựng Ninh Sơn', 'Ngành kinh tế': 'xây dựng', 'Địa chỉ nơi làm việc: xã': 'Ninh Sơn',
      })
    }, 3)

    expect(count).toBeLessThanOrEqual(32)
  })

  it('the labour form of somebody retired: at most 18', async () => {
    await openForm(people[1]!)

    expect(await taps(() => fillLabour({ 'Tình trạng tham gia': 'Không tham gia hoạt động kinh tế', 'Lý do không tham gia': 'Hưu trí' }))).toBeLessThanOrEqual(18)
  })

  it('paying a beneficiary into the account of an authorised person: 9, and four texts typed, which the design does not count', async () => {
    await go(`/nguoi/${people[3]!.id}`)
    await page.getByRole('button', { name: 'Làm hồ sơ ASXH' }).click()
    await fillForm(page, { 'Đang ở đúng nơi': 'Có' }, 3)
    await addBenefit(page)
    await nextPart(page)
    while ((await questionBox(page, 'Tình trạng tài khoản').count()) === 0) {
      await fillForm(page, { 'xác nhận khuyết tật': 'Không', 'Mất năng lực': 'Không' }, 1)
      await nextPart(page)
    }

    expect(await taps(async () => {
      await questionBox(page, 'Tình trạng tài khoản').getByRole('radio', { name: 'Tài khoản ủy quyền' }).click()
      await page.getByRole('button', { name: 'Chọn người trong hộ' }).click()
      await page.getByRole('dialog', { name: 'Là ai trong hộ?' }).getByRole('button').filter({ has: page.getByText(people[3]!.kin, { exact: true }) }).click()
      await fillForm(page, { 'Loại tài khoản': 'Tài khoản ngân hàng', 'Ngân hàng hoặc ví': 'agribank', 'Số tài khoản': '6200205123456' }, 1)
      await fillForm(page, { 'Số văn bản': '12/UQ', 'Ngày văn bản': '02/11/2026' })
      await page.getByRole('button', { name: 'Đúng cả. Gửi phiếu' }).click()
      await page.getByText(/^Phiếu nằm an toàn/).first().waitFor()
    })).toBe(9)
  })

  it('recording that nobody was home, with the day to come again: 4', async () => {
    await go(`/ho/${people[2]!.household}`)
    await page.getByRole('button', { name: 'Ghi lần đến' }).waitFor()

    expect(await taps(async () => {
      await page.getByRole('button', { name: 'Ghi lần đến' }).click()
      await page.getByRole('radio', { name: 'Vắng nhà' }).click()
      await page.getByRole('button', { name: 'Ngày mai' }).click()
      await page.getByRole('button', { name: 'Lưu lần đến' }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    })).toBe(4)
  })

  it('finding a beneficiary record still right: 3', async () => {
    const [old] = await askProduct<Somebody>(world.data, `
      select p.id, p.household, p.answers ->> 'fullName' as name, '' as born from record f
      join record p on p.id = f.person join user_hamlet h on h.hamlet_id = f.hamlet join app_user u on u.id = h.user_id
      where u.username = 'thon1' and f.kind = 'asxh' and f.status = 'accepted' and f.answers ->> 'collectedOn' < (current_date - 200)::text and coalesce(p.answers ->> 'residenceState', '1') not in ('5', '6')
      order by f.id limit 1`)
    await go(`/ho/${old!.household}`)

    expect(await taps(async () => {
      await page.getByRole('link', { name: new RegExp(`^${old!.name}.*Cần soát lại`) }).click()
      await page.getByRole('radio', { name: 'Vẫn đúng như cũ' }).click()
      await page.getByRole('button', { name: 'Lưu, chờ gửi' }).click()
      await page.getByRole('button', { name: 'Soát lại' }).waitFor()
    })).toBe(3)
  })

  it('saying that somebody being added is somebody else: 2', async () => {
    const { name, born } = people[3]!
    await go(`/them/nguoi/${people[2]!.household}`)
    await fillForm(page, { 'Họ, chữ đệm': name, 'Ngày, tháng, năm': born.split('-').reverse().join('/') }, 1)

    expect(await taps(async () => {
      await page.getByRole('button', { name: 'Xem có phải một người' }).click()
      await page.getByRole('button', { name: 'Là hai người: làm tiếp' }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    })).toBe(2)
  })

  it('sending by hand: 2', async () => {
    await go('/thon')
    await firstRow(page).waitFor()
    await phone.context.setOffline(false)

    expect(await taps(async () => {
      await page.getByRole('link', { name: /Mở trang Đồng bộ/ }).click()
      await page.getByRole('button', { name: /Thử gửi ngay|Đang gửi/ }).click()
    })).toBe(2)
    await page.getByRole('heading', { name: 'Không còn phiếu nào chờ gửi' }).waitFor()
  })

  it('choosing between two values of two answers: 5', async () => {
    expect(await taps(async () => {
      await openTasks()
      await page.getByRole('link', { name: new RegExp(`^${crossed}`) }).first().click()
      await page.waitForURL(/#\/xung-dot\//)
      await page.getByRole('group').first().waitFor()
      for (const question of await page.getByRole('group').all()) await question.getByRole('radio').first().click()
      await page.getByRole('button', { name: 'Lưu lựa chọn' }).click()
      await page.getByText(/^Đã lưu lựa chọn/).waitFor()
    })).toBe(5)
  })

  it('repairing a returned form with two notes: 6', async () => {
    const repair = async (text: string): Promise<void> => {
      const box = page.getByRole('textbox').and(page.locator(':focus'))
      await box.click()
      await box.fill(text)
    }
    await go('/thon')

    expect(await taps(async () => {
      await openTasks()
      await page.getByRole('link', { name: new RegExp(`^${returned}.*2 chỗ có ghi chú`) }).first().click()
      await page.waitForURL(/#\/phieu\//)
      await repair('0912000346')
      await page.getByRole('button', { name: 'Chỗ 2/2' }).click()
      await repair('Phụ hồ, xây nhà')
      await page.getByRole('button', { name: 'Gửi lại' }).click()
      await page.getByText(/^Phiếu nằm an toàn/).first().waitFor()
    })).toBe(6)
  })

  it('handing the phone to another officer: 3', async () => {
    await go('/thon')

    expect(await taps(async () => {
      await page.getByRole('link', { name: /^Của tôi/ }).click()
      await page.getByRole('button', { name: 'Khóa sổ', exact: true }).click()
      await page.getByRole('button', { name: 'Người khác dùng máy này' }).click()
      await page.getByLabel('Tên đăng nhập').waitFor()
    })).toBe(3)
  })
})
