import { execFileSync } from 'node:child_process'
import { afterAll, describe, expect, it } from 'vitest'
import { openDevice, type Device } from '../support/browser'
import { fillForm, sendForm } from '../support/fillForm'
import { enrol, openOnlyHamlet, pressUntil, unlock, untilInstalled } from '../support/people'
import { emptyDataFolder, startProduct, type Product } from '../support/product'
import { askProduct } from '../support/productDatabase'
import { randomFrom } from '../support/randomFrom'
import { startWeakLink, type WeakLink } from '../support/weakLink'

/*
 * The built page in Chromium, closed, reloaded or killed in the middle of sending and receiving, over a line that is cut every
 * few kilobytes; again and again, with new doors visited in between. The service worker may send what is sealed meanwhile.
 * Then the line is calm, and the register is looked at.
 */

const CYCLES = Number(process.env.SOTHON_PAGE_CYCLES ?? 15)
const SEED = Number(process.env.SOTHON_FAULT_SEED ?? 1)
const CUTTING = { downBps: 2_000_000, upBps: 1_000_000, roundTripMs: 30, cutBytes: [700, 9_000] } as const

const random = randomFrom(SEED)
const data = emptyDataFolder()
let product: Product
let link: WeakLink
let phone: Device
afterAll(async () => {
  await phone?.close()
  await link?.close()
  await product?.stop()
  data.remove()
})

const origin = (): string => `http://127.0.0.1:${link.port}`
const go = (place: string): Promise<void> => phone.page.evaluate((hash) => { location.hash = hash }, place)
const soon = (most: number): Promise<void> => new Promise((done) => setTimeout(done, random() * most))

/** A door visited where there is no line; gives the household code. */
async function addHousehold(number: number): Promise<string> {
  const code = `K-${number}`
  await openOnlyHamlet(phone.page)
  await pressUntil(phone.page.getByRole('link', { name: 'Thêm hộ' }), /#\/(them|phieu)\//)
  await fillForm(phone.page, { 'Mã hộ gia đình': code, 'Họ tên chủ hộ': `Katơr ${'Thị '.repeat(number % 3)}Pơ` })
  await sendForm(phone.page)
  return code
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
  link.setProfile(CUTTING)
  link.setUp(true)
  await go('/dong-bo')
  const now = phone.page.getByRole('button', { name: 'Thử gửi ngay' })
  await now.click({ timeout: 2_000 }).catch((error: Error) => {
    // It is being sent already: then there is no such button to press.
    if (error.name !== 'TimeoutError') throw error
  })
  await soon(700)
  await Object.values(ends)[number % 3]!()
  await openAgain()
  return codes
}

describe('a page ended again and again while it syncs', () => {
  it(`[S7] [S19] [S25] loses and doubles nothing in ${CYCLES} ends`, async () => {
    product = await startProduct(data.path)
    link = await startWeakLink(product.port, SEED)
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
    await go('/dong-bo')
    await phone.page.getByRole('heading', { name: 'Không còn phiếu nào chờ gửi' }).waitFor({ timeout: 120_000 })

    const made = await askProduct<{ readonly code: string }>(product.data, `select answers ->> 'householdCode' as code from record where answers ->> 'householdCode' like 'K-%' order by seq`)
    expect(made.map(({ code }) => code).sort()).toEqual([...codes].sort())
    const log = await askProduct<{ readonly counter: string; readonly kind: string }>(product.data, `select counter, outcome ->> 'kind' as kind from operation where payload -> 'patch' ->> 'householdCode' like 'K-%' order by counter`)
    expect(log.map(({ counter }) => Number(counter))).toEqual(codes.map((_code, at) => at + 1))
    expect(log.every(({ kind }) => kind === 'accepted')).toBe(true)
    expect(link.stats.cuts).toBeGreaterThan(CYCLES / 2)
    expect(phone.violations).toEqual([])
    await expect(phone.page.getByText('Sổ trong máy chưa khớp hẳn').count()).resolves.toBe(0)
  })
})
