// Sổ Thôn: its form screen with encrypted drafts, once one part at a time as its users see it, once all on one page as the rivals have it.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { byKey, fields } from '../form/labour.mjs'

const project = fileURLToPath(new URL('../../../', import.meta.url))
/** The names that the product's own lists give to options of the interview. */
const listed = { ethnicityCode: { 17: 'Chăm' }, occupationCode: { 2: 'Nhà chuyên môn bậc cao' }, industryCode: { A: 'Nông nghiệp, lâm nghiệp và thủy sản' } }

/** Questions whose answer decides what else is asked. */
const deciders = new Set(fields.flatMap(({ ask = [] }) => ask.map(([key]) => key)))

/** If a change would drop answers, the form names them and asks first. This says yes. */
async function agreeToChange(page, h) {
  await page.evaluate(() => __m.settled())
  const yes = page.locator('dialog.dlg .btn.pri')
  if (await yes.count()) await h.tap(yes)
}

const forward = (page) => page.locator('.foot .btn.pri')
const back = (page) => page.locator('.foot .btn.ico')
/** The part on the screen, from 0, and the number of parts. */
const place = (page) => page.evaluate(() => { const parts = [...document.querySelectorAll('.steps i')]; return { at: parts.findIndex((part) => part.className === 'c'), of: parts.length } })

async function goTo(page, part, h) {
  for (let { at } = await place(page); at !== part; { at } = await place(page)) {
    await h.tap(at < part ? forward(page) : back(page))
    await page.evaluate(() => __m.settled())
  }
}

/** Whether a question is in this part. Scrolls it between the bars only as far as needed: two quick taps in one place would be a double tap. */
const isHere = (page, key, part) => page.evaluate(([id, within]) => {
  const question = document.getElementById(id)
  question?.querySelector(within).scrollIntoView({ block: 'nearest' })
  return question !== null
}, [`q-${key}-q`, part])

/** Goes forward to the part of the form with a question; to the last part if there is none. */
async function turnTo(page, key, part, h) {
  if (await isHere(page, key, part)) return
  const { at, of } = await place(page)
  for (let next = at + 1; next < of; next += 1) {
    await goTo(page, next, h)
    if (await isHere(page, key, part)) return
  }
}

const ours = {
  id: 'ours',
  label: 'Sổ Thôn',
  build: () => execFileSync('npx', ['vite', 'build', '--config', 'bench/forms/ours/vite.config.ts', '--logLevel', 'error'], { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] }),
  url: (base) => `${base}/ours/`,
  data: { keys: Object.keys(byKey) },
  inPage: {
    el: (k) => document.getElementById(`q-${k}-q`),
    ready: () => document.querySelector('#q-provinceCode-q input')?.checkVisibility() ?? false,
    visible: (k) => __d.el(k)?.checkVisibility() ?? false,
    errors: () => __d.data.keys.filter((k) => document.querySelector(`.esum a[href="#${k}"]`) || __d.el(k)?.querySelector('.f-e')),
    sent: () => window.__sent ?? null,
  },
  /** All questions that are asked. Goes through every part and returns to the one it started from. */
  async visibleKeys(page, keys, h) {
    const { at, of } = await place(page)
    const seen = []
    for (let part = 0; part < of; part += 1) {
      await goTo(page, part, h)
      seen.push(...(await page.evaluate((all) => all.filter((k) => __d.visible(k)), keys)))
    }
    await goTo(page, at, h)
    return seen
  },
  // Queries the page as seldom as the other drivers do: the main thread answers queries, and it is what is measured.
  async answer(page, key, value, h) {
    const { kind } = byKey[key]
    const part = listed[key] ? 'button.pick-b' : kind === 'one' ? `label:has(input[value="${value}"])` : 'input, textarea'
    await turnTo(page, key, part, h)
    const question = page.locator(`[id="q-${key}-q"]`)
    const target = question.locator(part).first()
    if (listed[key]) {
      await h.tap(target)
      await h.tap(page.locator('.pick-i', { hasText: listed[key][value] }).first())
    } else if (kind === 'one') await h.tap(target)
    else if (kind === 'many') for (const v of value) await h.tap(question.locator(`label:has([id="q-${key}-${v}"])`))
    else if (kind === 'date') await h.typeDate(target, value.split('-').reverse().join('/'))
    else await h.type(target, value)
    if (deciders.has(key)) await agreeToChange(page, h)
  },
  /** Sending is offered on the last part. */
  beforeSubmit: async (page, h) => goTo(page, (await place(page)).of - 1, h),
  submit: (page, h) => h.tap(forward(page)),
}

export default ours
export const oursOnePage = { ...ours, id: 'ours-one-page', label: 'Sổ Thôn, all on one page', build: undefined, url: (base) => `${base}/ours/?one-page` }
