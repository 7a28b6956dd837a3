import { execFileSync } from 'node:child_process'
import { afterAll, describe, expect, it } from 'vitest'
import { openDevice, type Device } from '../support/browser/browser'
import { fillForm, sendForm } from '../support/fillForm'
import { httpPhone } from '../support/httpPhone'
import { go, syncNow } from '../support/inBook'
import type { MemoryPhone } from '../support/memory/memoryPhone'
import { demoPassword, enrol, openOnlyHamlet, pressUntil, unlock, untilInstalled } from '../support/browser/people'
import { emptyDataFolder, startProduct, type Product } from '../support/browser/product'
import { askProduct } from '../support/browser/productDatabase'
import { randomFrom } from '../support/randomFrom'
import { startWeakLink, type WeakLink } from '../support/browser/weakLink'

/*
 * The built page in Chromium, closed, reloaded or killed in the middle of sending and receiving, over a line that is cut every
 * few kilobytes; again and again, with new doors visited in between. The service worker may send what is sealed meanwhile, and the
 * desk moves households out of the hamlet and back, asked or not. Then the line is calm, and the register is looked at.
 *
 * Two hundred ends take their time (some seconds each): npm run build, then
 * SOTHON_PAGE_CYCLES=200 npx vitest run --project faults tests/faults/killedPage.test.ts
 */

const CYCLES = Number(process.env.SOTHON_PAGE_CYCLES ?? 15)
/** Whoever asks for more ends waits longer. */
const TIMEOUT_MS = 600_000 + CYCLES * 60_000
const SEED = Number(process.env.SOTHON_FAULT_SEED ?? 1)
interface Hamlet { readonly id: string; readonly name: string }

const CUTTING = { downBps: 2_000_000, upBps: 1_000_000, roundTripMs: 30, cutBytes: [700, 9_000] } as const

const random = randomFrom(SEED)
const data = emptyDataFolder()
let product: Product
let link: WeakLink
let phone: Device
let desk: MemoryPhone
/** The hamlet of the page and the one households are moved to. */
let home: Hamlet
let away: Hamlet
/** Whose moving the page asks for; the desk alone moves the others and the new ones, so that nobody asks too late. */
let askable: ReadonlySet<unknown>
const asked: string[] = []
/** Ends in the middle of an exchange. */
let midway = 0
afterAll(async () => {
  await phone?.close()
  await link?.close()
  await product?.stop()
  data.remove()
})

const origin = (): string => `http://127.0.0.1:${link.port}`
const soon = (most: number): Promise<void> => new Promise((done) => setTimeout(done, random() * most))
/** As the line sees it: forms and records, sent by the page, or sealed by its service worker. */
const isSyncing = (): boolean => link.underWay().some((asked) => asked === 'POST /api/sync' || asked === 'POST /api/envelopes')

/** At any moment of the sync; where it stands still just then, in the next exchange, if there is one. */
async function untilMiddle(): Promise<void> {
  await soon(700)
  for (const limit = Date.now() + 3_000; !isSyncing() && Date.now() < limit;) await soon(10)
}

/** A door visited where there is no line; gives the household code. */
async function addHousehold(number: number): Promise<string> {
  const code = `K-${number}`
  await openOnlyHamlet(phone.page)
  await pressUntil(phone.page.getByRole('link', { name: 'Thêm hộ' }), /#\/(them|phieu)\//)
  await fillForm(phone.page, { 'Mã hộ gia đình': code, 'Họ tên chủ hộ': `Katơr ${'Thị '.repeat(number % 3)}Pơ` })
  await sendForm(phone.page)
  return code
}

/** A household on the first screen of the list is to go to the other hamlet, if there is one that may be asked for. */
async function askForMove(): Promise<void> {
  const { page } = phone
  await openOnlyHamlet(page)
  const shown = await page.locator('main [role=list] a.row').evaluateAll((rows) => rows.map((row) => row.getAttribute('href')?.split('/').at(-1)))
  for (const id of shown.filter((each) => each !== undefined && askable.has(each))) {
    await go(page, `/ho/${id}`)
    const ask = page.getByRole('button', { name: 'Báo chuyển, tách hoặc trùng' })
    const waits = page.getByText(/chờ người kiểm tra quyết định/)
    await ask.or(waits).waitFor()
    if ((await waits.count()) > 0) continue
    await ask.click()
    await page.locator('label.opt', { hasText: 'Chuyển sang thôn khác' }).click()
    await page.locator('label.opt', { hasText: 'Không có trong máy này' }).click()
    await page.getByLabel('Ghi chú cho người kiểm tra').fill(away.name)
    await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
    await waits.waitFor()
    asked.push(id!)
    return
  }
}

/** Agrees to what was asked, and moves one household out of the page's hamlet or back, of itself. */
async function workAtDesk(): Promise<void> {
  expect(await desk.sync()).toEqual({ kind: 'done' })
  const households = [...desk.records.values()].filter(({ kind }) => kind === 'household')
  for (const { id } of households.filter(({ id, answers }) => answers.request !== undefined && asked.includes(id))) desk.moveHousehold(id, away.id)
  const isOut = ({ id }: { readonly id: string }): boolean => desk.moved.some(({ record }) => record === id)
  const choice = random() < 0.4
    ? households.filter((each) => each.hamlet === away.id && isOut(each))
    : households.filter(({ id, hamlet, answers }) => hamlet === home.id && answers.request === undefined && !askable.has(id))
  const one = choice[Math.floor(random() * choice.length)]
  if (one) desk.moveHousehold(one.id, one.hamlet === home.id ? away.id : home.id)
  expect(await desk.sync()).toEqual({ kind: 'done' })
}

async function prepareDesk(): Promise<void> {
  desk = (await httpPhone({ origin: `http://127.0.0.1:${product.port}`, username: 'giamsat', password: demoPassword(product, 'giamsat'), random })).phone
  expect(await desk.sync()).toEqual({ kind: 'done' })
  const hamlets = await askProduct<Hamlet>(product.data, `
    select h.id, h.name from hamlet h left join (select hamlet_id from user_hamlet join app_user u on u.id = user_id where u.username = 'thon1') own on own.hamlet_id = h.id order by own.hamlet_id, h.code`)
  ;[home, away] = hamlets as [Hamlet, Hamlet]
  const doors = [...desk.records.values()].filter(({ kind, hamlet }) => kind === 'household' && hamlet === home.id)
  askable = new Set(doors.map(({ id }) => id).sort().filter((_id, at) => at % 2 === 0))
}

async function openAgain(): Promise<void> {
  await phone.page.goto(origin())
  await unlock(phone.page)
}

const ends: Readonly<Record<string, () => Promise<void>>> = {
  async reload() {
    await phone.page.reload({ waitUntil: 'commit' })
  },
  async close() {
    const page = await phone.context.newPage()
    await phone.page.close()
    phone = { ...phone, page }
  },
  async kill() {
    execFileSync('pkill', ['-9', '-f', phone.profile])
    phone = await phone.restart()
  },
}

async function cycle(number: number): Promise<readonly string[]> {
  link.setUp(false)
  const codes: string[] = []
  for (let door = 0; door <= number % 2; door += 1) codes.push(await addHousehold(number * 10 + door))
  if (number % 2 === 0) await askForMove()
  link.setProfile(CUTTING)
  link.setUp(true)
  await go(phone.page, '/dong-bo')
  const now = phone.page.getByRole('button', { name: 'Thử gửi ngay' })
  await now.click({ timeout: 2_000 }).catch((error: Error) => {
    // It is being sent already: then there is no such button to press.
    if (error.name !== 'TimeoutError') throw error
  })
  const end = async (): Promise<void> => {
    await untilMiddle()
    if (isSyncing()) midway += 1
    await Object.values(ends)[number % 3]!()
  }
  await Promise.all([workAtDesk(), end()])
  await openAgain()
  return codes
}

describe('a page ended again and again while it syncs', () => {
  it(`[S5] [S7] [S19] [S25] [S35] loses and doubles nothing in ${CYCLES} ends`, async () => {
    product = await startProduct(data.path)
    link = await startWeakLink(product.port, SEED)
    await prepareDesk()
    phone = await openDevice({ kind: 'phone' })
    await enrol(phone.page, origin(), product, 'thon1')
    await untilInstalled(phone.page)
    // A browser writes a new cookie down only after half a minute, or when it is closed in peace.
    phone = await phone.restart()
    await openAgain()
    const codes: string[] = []
    for (let number = 1; number <= CYCLES; number += 1) codes.push(...(await cycle(number)))

    link.setProfile(null)
    await openAgain()
    await syncNow(phone.page)
    await workAtDesk()
    await syncNow(phone.page)

    const made = await askProduct<{ readonly code: string }>(product.data, `select answers ->> 'householdCode' as code from record where answers ->> 'householdCode' like 'K-%' order by seq`)
    expect(made.map(({ code }) => code).sort()).toEqual([...codes].sort())
    const log = await askProduct<{ readonly counter: string; readonly kind: string; readonly record: string; readonly code: string | null; readonly request: string | null }>(product.data, `
      select counter, outcome ->> 'kind' as kind, record, payload -> 'patch' ->> 'householdCode' as code, payload -> 'patch' ->> 'request' as request
      from operation where device in (select device from operation where payload -> 'patch' ->> 'householdCode' like 'K-%') order by counter`)
    expect(log.map(({ counter }) => Number(counter))).toEqual([...codes, ...asked].map((_what, at) => at + 1))
    expect(log.flatMap(({ code }) => code ?? [])).toEqual(codes)
    expect(log.flatMap(({ record, request }) => (request === null ? [] : record))).toEqual(asked)
    expect(log.every(({ kind }) => kind === 'accepted')).toBe(true)
    console.log(`${CYCLES} ends of the page, ${midway} in the middle of an exchange, ${link.stats.cuts} cuts`)
    expect(midway).toBeGreaterThanOrEqual(CYCLES / 2)
    expect(link.stats.cuts).toBeGreaterThan(CYCLES / 2)
    await seesWhatMoved()
    expect(phone.violations).toEqual([])
    await go(phone.page, '/dong-bo')
    await expect(phone.page.getByText('Sổ trong máy chưa khớp hẳn').count()).resolves.toBe(0)
  }, TIMEOUT_MS)

  /** Each request was decided on, each move counted, and the page has what hangs in its hamlet and nothing of what left it. */
  async function seesWhatMoved(): Promise<void> {
    expect(asked.length).toBeGreaterThanOrEqual(Math.min(CYCLES / 4, askable.size / 2))
    expect(desk.moved.length - asked.length).toBeGreaterThan(CYCLES / 2)
    expect(desk.trouble).toEqual([])
    const households = await askProduct<{ readonly id: string; readonly hamlet: string; readonly request: string | null }>(product.data, `select id, hamlet, answers ->> 'request' as request from record where kind = 'household'`)
    expect(households.filter(({ id, request }) => request !== null && asked.includes(id))).toEqual([])
    const left = households.filter(({ id, hamlet }) => hamlet !== home.id && desk.moved.some(({ record }) => record === id))
    expect(left.length).toBeGreaterThan(0)
    await openOnlyHamlet(phone.page)
    await phone.page.getByRole('button', { name: `Tất cả ${households.filter(({ hamlet }) => hamlet === home.id).length}` }).waitFor()
    for (const { id } of left) {
      await openOnlyHamlet(phone.page)
      await go(phone.page, `/ho/${id}`)
      await phone.page.getByRole('heading', { name: 'Không có trong máy này' }).first().waitFor()
    }
  }
})
