// Traps, one browser, no throttling: IME composition, Unikey-style backspace typing, NFD, hidden answers, date precision.
// node scripts/probes.mjs   -> results/probes.json
import fs from 'node:fs'
import { serve } from './serve.mjs'
import { contestants } from '../engines/index.mjs'
import { launch, open } from './harness.mjs'
const s = await serve(),
  out = {}
// The probes look for questions on one page, so a form that shows one part at a time is probed in its one-page version.
for (const c of contestants.filter(({ id }) => id !== 'ours')) {
  const b = await launch(),
    w = await open(b, c, s.base, { cpu: 1 }),
    { page, cdp, h } = w,
    r = (out[c.id] = {})
  try {
    const input = (k) =>
      page.evaluateHandle((k) => {
        const q = __d.el(k)
        return [...q.querySelectorAll('input,textarea')].find((i) => i.checkVisibility())
      }, k)
    const val = async (k) => page.evaluate((e) => e.value, await input(k))
    // IME: compose N-g-u-y-ê-n with the tone arriving last, as Gboard/Laban do
    const box = (await input('hamletName')).asElement()
    await h.tap(box)
    for (const t of ['T', 'Th', 'Tho', 'Thô', 'Thôn'])
      await cdp.send('Input.imeSetComposition', { text: t, selectionStart: t.length, selectionEnd: t.length })
    await cdp.send('Input.insertText', { text: 'Thôn ' })
    for (const t of ['m', 'mư', 'mườ', 'mường'])
      await cdp.send('Input.imeSetComposition', { text: t, selectionStart: t.length, selectionEnd: t.length })
    await cdp.send('Input.insertText', { text: 'mường' })
    await page.keyboard.press('Tab')
    await page.waitForTimeout(100)
    r.imeComposition = await val('hamletName')
    // Unikey: plain letters, then Backspace and the toned letter, also in the middle of the text
    const name = (await input('birthPlace')).asElement()
    await h.tap(name)
    for (const ch of 'Nguye') await page.keyboard.type(ch)
    await page.keyboard.press('Backspace')
    await page.keyboard.type('ê')
    await page.keyboard.type('n')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await page.keyboard.type('ễn')
    await page.keyboard.press('Home')
    await page.keyboard.type('Ô')
    await page.keyboard.type('.')
    await page.keyboard.type(' ')
    await page.keyboard.press('Tab')
    await page.waitForTimeout(100)
    r.unikeyAndCaret = await val('birthPlace')
    // Enter in a text field must not send the form
    const e = (await input('householdCode')).asElement()
    await h.tap(e)
    await page.keyboard.type('H1')
    await page.keyboard.press('Enter')
    await page.waitForTimeout(400)
    r.enterShowsErrors = (await page.evaluate(() => __d.errors())).length
    // NFD paste and stray spaces
    const n = (await input('nationality')).asElement()
    await h.tap(n)
    await cdp.send('Input.insertText', { text: '  ' + 'Việt Nam'.normalize('NFD') + ' ' })
    await page.keyboard.press('Tab')
    await page.waitForTimeout(100)
    const v = await val('nationality')
    r.nfdKept = v.normalize('NFC') !== v
    r.spacesKept = v !== v.trim()
    // what the keyboard of a phone is told about the ID field
    r.idField = await page.evaluate(
      (e) => ({ type: e.type, inputmode: e.inputMode, autocomplete: e.autocomplete, maxlength: e.maxLength }),
      await input('personalId'),
    )
    // error while typing? a wrong id shown before leaving the field
    const id = (await input('personalId')).asElement()
    await h.tap(id)
    for (const ch of '05809') await page.keyboard.type(ch)
    await page.waitForTimeout(150)
    r.errorWhileTyping = (await page.evaluate(() => __d.errors())).includes('personalId')
    await page.keyboard.press('Tab')
    await page.waitForTimeout(200)
    r.errorOnLeaving = (await page.evaluate(() => __d.errors())).includes('personalId')
    // change of mind: answer, hide, show again; is the old answer still there?
    await c.answer(page, 'activityStatus', '2', h)
    await page.waitForTimeout(300)
    await c.answer(page, 'everWorked', '1', h)
    await page.waitForTimeout(300)
    await c.answer(page, 'previousJob', 'Phụ hồ', h)
    await c.answer(page, 'activityStatus', '1', h)
    await page.waitForTimeout(400)
    await c.answer(page, 'activityStatus', '2', h)
    await page.waitForTimeout(400)
    r.answerKeptWhenShownAgain = (await page.evaluate(() => __d.visible('previousJob'))) ? await val('previousJob') : 'question gone'
    // reload in the middle: is there a draft?
    await page.reload()
    await page.evaluate(() => __m.untilReady())
    await page.waitForTimeout(300)
    r.afterReload = (await val('hamletName')) || 'empty'
    r.problems = w.problems
  } catch (x) {
    r.stopped = x.message.split('\n')[0]
  }
  await b.close()
}
fs.writeFileSync(new URL('../results/probes.json', import.meta.url), JSON.stringify(out, null, 1))
console.log(JSON.stringify(out, null, 1))
s.close()
