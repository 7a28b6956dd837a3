// Shared by bench.mjs and probes.mjs: browser, page, human-like input, in-page driver.
import { chromium, devices } from 'playwright-core'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { fields, byKey } from '../form/labour.mjs'
const here = path.dirname(fileURLToPath(import.meta.url))
const monitor = fs.readFileSync(path.join(here, 'monitor.js'), 'utf8')
export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--enable-precise-memory-info'],
  })
/** Two taps in one place within this time are a double tap, which places no caret. A hand is never that fast, but a program is. */
const TAP_GAP_MS = 600
export const helpers = (page) => {
  let last = 0
  const tap = async (l) => {
    await page.waitForTimeout(Math.max(0, last + TAP_GAP_MS - Date.now()))
    await l.tap({ force: true })
    last = Date.now()
  }
  return {
    tap,
    tapSteady: (l) => l.tap(), // waits for animations (pop-ups)
    select: (l, v) => l.selectOption(v),
    date: async (l, v) => {
      await tap(l)
      await l.fill(v, { force: true })
      await page.keyboard.press('Tab')
    },
    typeDate: async (l, text) => {
      await tap(l)
      for (const ch of text) await page.keyboard.press(ch)
      await page.keyboard.press('Tab')
    },
    // one key at a time; letters without a key (ễ, đ …) arrive as insertText, as a phone keyboard sends them
    type: async (l, text) => {
      await tap(l)
      for (const ch of text) await page.keyboard.type(ch)
      await page.keyboard.press('Tab')
    },
  }
}
export async function open(browser, c, base, { cpu = Number(process.env.CPU ?? 4), net } = {}) {
  const context = await browser.newContext({ ...devices['Pixel 7'], locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', serviceWorkers: 'block' })
  const page = await context.newPage(),
    cdp = await context.newCDPSession(page),
    problems = []
  page.on('pageerror', (e) => problems.push(e.message.slice(0, 200)))
  page.on('console', (m) => m.type() === 'error' && problems.push(m.text().slice(0, 200)))
  const driver = `window.__d={data:${JSON.stringify(c.data ?? {})},${Object.entries(c.inPage)
    .map(([k, f]) => `${k}:${f}`)
    .join(',')}};`
  await page.addInitScript(monitor + ';' + driver)
  await cdp.send('Network.enable')
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' }) // CPU time of the main thread: not inflated by other programs
  const reqs = {}
  const bytes = { total: 0, js: 0, jsRaw: 0, requests: 0 }
  cdp.on('Network.responseReceived', (e) => {
    reqs[e.requestId] = { mime: e.response.mimeType, raw: 0, url: e.response.url }
  })
  cdp.on('Network.dataReceived', (e) => {
    if (reqs[e.requestId]) reqs[e.requestId].raw += e.dataLength
  })
  cdp.on('Network.loadingFinished', (e) => {
    const r = reqs[e.requestId]
    if (!r || r.url.startsWith('data:') || r.url.startsWith('blob:')) return
    bytes.requests++
    bytes.total += e.encodedDataLength
    if (/javascript/.test(r.mime)) {
      bytes.js += e.encodedDataLength
      bytes.jsRaw += r.raw
    }
  })
  if (net)
    await cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: net.latency,
      downloadThroughput: net.rate,
      uploadThroughput: net.rate,
    })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  const metrics = async () => Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map((m) => [m.name, m.value]))
  page.setDefaultTimeout(60000)
  await page.goto(c.url(base), { waitUntil: 'commit', timeout: 120000 })
  const ready = await page.evaluate(() => __m.untilReady())
  const atReady = { ...bytes }
  return {
    page,
    cdp,
    context,
    problems,
    ready,
    bytes: atReady,
    bytesNow: () => ({ ...bytes }),
    metrics,
    h: helpers(page),
    unthrottle: () => cdp.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 }),
  }
}
/** Questions that are asked. A contestant that shows one part at a time has its own function for this. */
export const visibleKeys = (c, page, h) => {
  const keys = fields.map((f) => f.key)
  return c.visibleKeys ? c.visibleKeys(page, keys, h) : page.evaluate((all) => all.filter((k) => __d.visible(k)), keys)
}
export { byKey, fields }
