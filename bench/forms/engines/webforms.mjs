// @getodk/web-forms (Vue, PrimeVue), XForm XML in the bundle. Controls carry random ids, so questions are found by label.
import { xform } from '../form/xform.mjs'
import { byKey, fields } from '../form/labour.mjs'
const labels = Object.fromEntries(fields.map((f) => [f.key, f.label]))
export default {
  id: 'webforms',
  label: '@getodk/web-forms 0.22.0',
  async build({ out, bundle, page }) {
    await bundle(out, 'pages/webforms.js', { 'gen:xform': xform({ closure: this.closure }) })
    page(out, { body: '<div id="app"></div>' })
  },
  url: (base) => `${base}/webforms/`,
  data: { labels }, // becomes __d.data in the page
  inPage: {
    el: (k) => {
      for (const l of document.querySelectorAll('.question-container .control-text label'))
        if (l.textContent.trim() === __d.data.labels[k]) return l.closest('.question-container')
      return null
    },
    ready: () => {
      const q = document.querySelector('.question-container')
      return !!q && q.checkVisibility()
    },
    visible: (k) => {
      const q = __d.el(k)
      return !!q && q.checkVisibility() && q.getBoundingClientRect().height > 0
    },
    errors: () =>
      Object.keys(__d.data.labels).filter((k) => {
        const e = __d.el(k)?.querySelector('.validation-message')
        return e && e.checkVisibility() && e.textContent.trim() !== ''
      }),
    sent: () => window.__sent ?? null,
  },
  async answer(page, key, value, h) {
    await this.fill(page, key, value, h)
    // pop-ups close with an animation and swallow taps meanwhile
    if (byKey[key].long || byKey[key].kind === 'date')
      await page.waitForFunction(() => !document.querySelector('.p-select-overlay,.p-datepicker-panel'))
  },
  async fill(page, key, value, h) {
    const x = byKey[key],
      q = page
        .locator('.question-container')
        .filter({ has: page.locator('.control-text label').getByText(x.label, { exact: true }) })
        .first()
    if (x.kind === 'one' && x.long) {
      await h.tapSteady(q.locator('[role="combobox"]'))
      const i = x.options.findIndex(([v]) => v === value)
      return h.tapSteady(
        page
          .locator('.p-select-overlay [role="option"]')
          .filter({ hasText: new RegExp('^\\s*' + x.options[i][1].replace(/[.*+?^${}()|[\]\\]/g, '\\$&') + '\\s*$') })
          .first(),
      )
    }
    if (x.kind === 'one') return h.tap(q.locator(`label:has(input[value="${value}"])`))
    if (x.kind === 'many') {
      for (const v of value) await h.tap(q.locator(`label:has(input[value="${v}"])`))
      return
    }
    const input = q.locator('input').first()
    if (x.kind === 'date') return h.typeDate(input, `${value.slice(5, 7)}/${value.slice(8)}/${value.slice(0, 4)}`) // US order, whatever the browser's language;
    return h.type(input, value)
  },
  submit: (page, h) => h.tap(page.getByRole('button', { name: /send|gửi/i }).first()),
}
