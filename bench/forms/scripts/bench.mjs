// node scripts/bench.mjs [--runs 7] [--only id,id]   -> results/raw.json, then report.mjs prints the table
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from './serve.mjs'
import { contestants } from '../engines/index.mjs'
import { launch, open, visibleKeys, byKey } from './harness.mjs'
import { median } from './stats.mjs'
import { asked, wrong } from '../form/labour.mjs'
import { steps, finalAnswers, switches } from '../form/script.mjs'
const diff = (a, b) => ({ missing: b.filter((k) => !a.includes(k)), extra: a.filter((k) => !b.includes(k)) })
// a fixed loop: its time shows whether another program was using the machine
const calibrate = () => {
  const a = []
  for (let i = 0; i < 7; i++) {
    const t = performance.now()
    let x = 0
    for (let j = 0; j < 2e7; j++) x = (x * 31 + j) | 0
    a.push(performance.now() - t + (x === 1 ? 1 : 0))
  }
  return Math.round(Math.max(...a) * 10) / 10
}
const same = (d) => !d.missing.length && !d.extra.length

// does the submission contain every asked answer, and no answer of a hidden question?
const hiddenTexts = ['Phụ hồ', 'Lái xe', 'Chăm mẹ ốm']
const checkSent = (t) =>
  t == null
    ? 'nothing sent'
    : {
        lost: asked(finalAnswers).keys.filter((k) => byKey[k].kind === 'text' && finalAnswers[k] && !t.normalize('NFC').includes(finalAnswers[k])),
        leaked: hiddenTexts.filter((x) => t.includes(x)),
      }

export async function run(c, base, { verbose = false, slow = true } = {}) {
  const out = { id: c.id, problems: [] }
  const browser = await launch()
  try {
    // 1. cold load, fill, switch, send
    let w = await open(browser, c, base)
    out.ready = w.ready
    out.bytes = w.bytes
    const { page, cdp, h } = w
    await page.evaluate(() => __m.settled())
    out.startVisible = diff(await visibleKeys(c, page, h), asked({}).keys)
    const m0 = await w.metrics()
    const t0 = Date.now()
    const state = {}
    out.stepTrouble = []
    for (let i = 0; i < steps.length; i++) {
      const [k, v] = steps[i]
      await page.evaluate((n) => {
        __m.step = n
      }, i)
      try {
        await c.answer(page, k, v, h)
        state[k] = v
      } catch (e) {
        out.stepTrouble.push(`${k}: ${e.message.split('\n')[0]}`)
        if (verbose) console.log('STEP', k, e.message.slice(0, 400))
      }
      await page.evaluate(() => __m.settled())
      if (verbose) {
        const d = diff(await visibleKeys(c, page, h), asked(state).keys)
        if (!same(d)) console.log('after', k, v, JSON.stringify(d))
      }
    }
    out.fillWall = Date.now() - t0
    await page.waitForTimeout(200)
    const m1 = await w.metrics()
    out.cpuMs = (m1.TaskDuration - m0.TaskDuration) * 1000
    out.scriptCpuMs = (m1.ScriptDuration - m0.ScriptDuration) * 1000
    out.cpuToReadyMs = m0.TaskDuration * 1000
    out.endVisible = diff(await visibleKeys(c, page, h), asked(state).keys)
    const log = await page.evaluate(() => ({ log: __m.log, long: __m.long, inp: __m.inp }))
    out.keyMs = log.log.filter((r) => r.kind === 'key' && r.ms >= 0 && r.step >= 0).map((r) => r.ms)
    const perStep = {}
    for (const r of log.log) if (r.kind !== 'key' && r.ms >= 0 && r.step >= 0) perStep[r.step] = Math.max(perStep[r.step] ?? 0, r.ms)
    out.answerMs = Object.values(perStep)
    out.longTasks = log.long
    const byId = {}
    for (const [id, d] of log.inp) byId[id] = Math.max(byId[id] ?? 0, d)
    out.inp = Object.values(byId)
    await cdp.send('HeapProfiler.collectGarbage')
    const m2 = await w.metrics()
    out.heap = m2.JSHeapUsedSize
    out.nodes = m2.Nodes
    // 2. skip-logic latency with a full form
    out.skipMs = []
    out.switchCheck = []
    for (const st of switches) {
      const want = asked({ ...finalAnswers, activityStatus: st }).keys
      const block = { 1: 'employmentPosition', 2: 'everWorked', 3: 'inactiveReason' },
        others = Object.keys(block)
          .filter((x) => x !== st)
          .map((x) => block[x])
      await page.evaluate(([on, off]) => __m.watch(() => __d.visible(on) && !off.some((k) => __d.visible(k))), [block[st], others])
      await c.answer(page, 'activityStatus', st, h)
      await page.waitForFunction(() => __m.seen !== null, null, { timeout: 12000 })
      out.skipMs.push(await page.evaluate(() => __m.seen))
      await page.waitForTimeout(150)
      const d = diff(await visibleKeys(c, page, h), want)
      out.switchCheck.push({ st, ...d })
    }
    // 3. send
    await page.evaluate(() => {
      __m.watch(() => __d.sent() !== null)
    })
    await c.submit(page, h)
    await page.waitForFunction(() => __m.seen !== null, null, { timeout: 12000 })
    out.sendMs = await page.evaluate(() => __m.seen)
    out.sentText = await page.evaluate(() => __d.sent())
    out.sendErrors = await page.evaluate(() => __d.errors())
    out.bytesEnd = w.bytesNow()
    if (verbose) await page.screenshot({ path: new URL(`../results/end-${c.id}.png`, import.meta.url).pathname })
    out.problems.push(...w.problems)
    await w.context.close()
    // 4. cold load over the slow network, then (network restored) send the empty form: all errors shown
    w = await open(browser, c, base, slow ? { net: { latency: 400, rate: 100_000 } } : {})
    if (slow) {
      out.readySlow = w.ready
      await w.unthrottle()
    }
    await w.page.evaluate(() => __m.settled())
    await c.beforeSubmit?.(w.page, w.h)
    await w.page.evaluate(() => __m.watchErrors())
    await c.submit(w.page, w.h)
    await w.page.waitForFunction(() => __m.seen !== null, null, { timeout: 12000 })
    out.errorsMs = await w.page.evaluate(() => __m.seen)
    out.errorCheck = diff(await w.page.evaluate(() => __d.errors()), wrong({}))
    out.sentCheck = checkSent(out.sentText)
    if (verbose) await w.page.screenshot({ path: new URL(`../results/errors-${c.id}.png`, import.meta.url).pathname })
    await w.context.close()
  } finally {
    await browser.close()
  }
  return out
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const arg = (n, d) => {
    const i = process.argv.indexOf('--' + n)
    return i < 0 ? d : process.argv[i + 1]
  }
  const runs = Number(arg('runs', 7)),
    only = arg('only', '').split(',').filter(Boolean),
    until = Number(arg('minutes', 0))
  const here = path.dirname(fileURLToPath(import.meta.url)),
    file = path.join(here, '../results/raw.json')
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const list = contestants.filter((c) => !only.length || only.includes(c.id))
  const s = await serve(),
    gz = await serve({ enc: 'gzip' })
  const t0 = Date.now()
  const raw =
    fs.existsSync(file) && process.argv.includes('--append')
      ? JSON.parse(fs.readFileSync(file))
      : { when: new Date().toISOString(), gzip: {}, runs: [] }
  for (const c of list) {
    const b = await launch()
    const w = await open(b, c, gz.base, { cpu: 1 })
    raw.gzip[c.id] = w.bytes
    await b.close()
  }
  for (let n = 0; n < runs; n++)
    for (const c of n % 2 ? [...list].reverse() : list) {
      if (until && Date.now() - t0 > until * 6e4) {
        console.log('out of time')
        n = runs
        break
      }
      const before = [calibrate(), os.loadavg()[0]],
        at = new Date().toISOString()
      try {
        const r = await run(c, s.base)
        Object.assign(r, { at, before, after: [calibrate(), os.loadavg()[0]] })
        raw.runs.push(r)
        console.log(n, c.id, Math.round(r.ready), 'ms ready,', Math.round(median(r.keyMs)), 'ms key,', Math.round(median(r.skipMs)), 'ms skip')
      } catch (e) {
        console.log(n, c.id, 'FAILED', e.message.split('\n')[0])
        raw.runs.push({ id: c.id, failed: e.message.split('\n')[0] })
      }
      fs.writeFileSync(file, JSON.stringify(raw))
    }
  s.close()
  gz.close()
  await import('./report.mjs')
}
