import { loadavg } from 'node:os'
import { afterAll, it } from 'vitest'
import { createSession } from '../src/remote/session'
import { httpRemote } from '../src/remote/httpRemote'
import type { Remote } from '../src/remote/remote'
import { openDevice } from '../tests/support/browser/browser'
import { PASSPHRASE, untilInstalled, untilOpened } from '../tests/support/browser/people'
import { emptyDataFolder, startProduct, type Product } from '../tests/support/browser/product'
import { makeAdmin, must, withCookie } from './load/province'
import { listOf } from './peopleList'
import { keysAndFirst, ms, searchTimes, unlockToFirstRow } from './phoneTimes'

/* How fast the phone is as its book grows: unlocking, searching, memory and disk, with the CPU slowed 4 times and no network. */

const sizes = [['22813', 1_000], ['22801', 5_000], ['22795', 20_000]] as const
const data = emptyDataFolder()
const closing: (() => unknown)[] = [() => data.remove()]
afterAll(async () => { for (const close of closing.reverse()) await close() })

it('measures unlock, search and memory with 1,000, 5,000 and 20,000 people', async () => {
  const env = { NODE_ENV: 'production', SOTHON_DATA: data.path }
  const admin = makeAdmin(env, sizes.map(([commune]) => commune))
  const product = await startProduct(data.path, undefined, env)
  closing.push(() => product.stop())
  const desk = httpRemote(createSession(withCookie(product.origin, '10.0.0.1').http))
  must(await desk.signIn(admin.username, admin.password))
  for (const [commune, people] of sizes) {
    const password = await fill(desk, commune, people)
    await measure(product, { username: `canbo.${commune}`, password, people })
  }
}, 1_800_000)

/** A commune of hamlets of 500 people, and its officer. @returns the officer's password */
async function fill(desk: Remote, commune: string, people: number): Promise<string> {
  const hamlets = Math.ceil(people / 500)
  for (let n = 1; n <= hamlets; n += 1) must(await desk.createHamlet(commune, { code: String(n).padStart(2, '0'), name: `Thôn ${n}`, labourTarget: 0, asxhTarget: 0 }))
  must(await desk.commitImport(commune, listOf(people, hamlets)))
  return must(await desk.createUser({ username: `canbo.${commune}`, name: 'Cán bộ', role: 'officer', areas: [{ commune, hamlets: null }] })).password
}

async function measure({ origin }: Product, { username, password, people }: { readonly username: string; readonly password: string; readonly people: number }): Promise<void> {
  let phone = await openDevice({ kind: 'phone' })
  const first = phone.page
  await first.goto(origin)
  await first.getByLabel('Tên đăng nhập').fill(username)
  await first.getByLabel('Mật khẩu tài khoản').fill(password)
  await first.keyboard.press('Enter')
  await first.getByLabel('Mật khẩu mở sổ', { exact: true }).fill(PASSPHRASE)
  await first.getByLabel('Nhập lại mật khẩu mở sổ').fill(PASSPHRASE)
  await first.keyboard.press('Enter')
  await untilOpened(first)
  await untilInstalled(first)

  const unlocks: number[] = []
  const searches: (readonly number[])[] = []
  for (let run = 0; run < 5; run += 1) {
    phone = await phone.restart()
    await phone.context.setOffline(true)
    const devtools = await phone.context.newCDPSession(phone.page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await phone.page.goto(origin)
    unlocks.push(await unlockToFirstRow(phone.page))
    searches.push(await searchTimes(phone.page))
  }
  const { page } = phone
  const devtools = await phone.context.newCDPSession(page)
  await devtools.send('HeapProfiler.collectGarbage')
  const heap = (await devtools.send('Runtime.getHeapUsage')).usedSize
  const disk = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0)
  const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
  console.log(`${people} people, load ${loadavg()[0]?.toFixed(1)}: unlock ${ms(unlocks)}; search ${keysAndFirst(searches)}; JavaScript heap ${mb(heap)}; disk ${mb(disk)} with the app`)
  // Closed at once: a page that is slowed down on purpose keeps a core busy.
  await phone.close()
}
