// SurveyJS (survey-core + survey-react-ui), one page, native selects for the long lists.
import fs from 'node:fs'
import path from 'node:path'
import { sections, byKey, rules } from '../form/labour.mjs'
import { answerNative } from './native.mjs'
const cond = ([k, op, v]) => (op === 'is' ? `{${k}} = '${v}'` : op === 'ge' ? `{${k}} >= ${v}` : `{${k}} empty`)
const ask = (x, seen = new Set()) =>
  !x.ask || seen.has(x.key) ? [] : (seen.add(x.key), [...new Set([...x.ask.flatMap(([k]) => ask(byKey[k], seen)), ...x.ask.map(cond)])])
const expr = {
  communeInProvince: "{provinceCode} = '56'",
  notFuture: 'notFuture({collectedOn})',
  age15: 'age15({dob}, {collectedOn})',
  birthYear: '{dobYear} >= 1900 and {dobYear} <= 2011',
  personalId: 'idFitsSex({personalId}, {sex})',
  poorOrNearPoor: 'onePoverty({priorityGroups})',
  notAfterCollected: 'notAfter({contractStart}, {collectedOn})',
}
const el = (x, closure) => {
  const r = rules[x.rule],
    c = closure ? ask(x) : (x.ask ?? []).map(cond)
  return {
    name: x.key,
    title: x.label,
    type: x.kind === 'one' ? (x.long ? 'dropdown' : 'radiogroup') : x.kind === 'many' ? 'checkbox' : 'text',
    ...(x.long ? { renderAs: 'select' } : {}),
    ...(x.kind === 'date' ? { inputType: 'date' } : {}),
    ...(x.options ? { choices: x.options.map(([value, text]) => ({ value, text })) } : {}),
    ...(x.req ? { isRequired: true } : {}),
    ...(x.reqUnless ? { requiredIf: `{${x.reqUnless}} empty` } : {}),
    ...(c.length ? { visibleIf: c.join(' and ') } : {}),
    ...(r
      ? { validators: [r.pattern ? { type: 'regex', regex: r.pattern, text: r.msg } : { type: 'expression', expression: expr[x.rule], text: r.msg }] }
      : {}),
  }
}
export default {
  id: 'surveyjs',
  label: 'SurveyJS 3.0.0 (react)',
  closure: true,
  async build({ root, out, bundle, page }) {
    const json = {
      title: 'Phiếu thông tin về người lao động',
      pages: [
        {
          name: 'p',
          elements: sections.map((s) => ({ type: 'panel', name: s.id, title: s.label, elements: s.fields.map((f) => el(f, this.closure)) })),
        },
      ],
    }
    await bundle(out, 'pages/surveyjs.jsx', { 'gen:survey.json': JSON.stringify(json) })
    fs.copyFileSync(path.join(root, 'node_modules/survey-core/survey-core.fontless.min.css'), path.join(out, 's.css'))
    page(out, { head: '<link rel="stylesheet" href="s.css">', body: '<div id="app"></div>' })
  },
  url: (base) => `${base}/surveyjs/`,
  data: { keys: Object.keys(byKey) },
  inPage: {
    el: (k) => document.querySelector(`[data-name="${k}"]`),
    ready: () => !!document.querySelector('[data-name="provinceCode"] select')?.checkVisibility(),
    visible: (k) => __d.el(k)?.checkVisibility() ?? false,
    errors: () =>
      __d.data.keys.filter((k) => {
        const e = __d.el(k)?.querySelector('.sd-question__erbox')
        return e && e.checkVisibility() && e.textContent.trim()
      }),
    sent: () => window.__sent ?? null,
  },
  answer: (page, key, value, h) => answerNative({ question: page.locator(`[data-name="${key}"]`), field: byKey[key], value, h }),
  submit: (page, h) => h.tap(page.locator('input[value="Hoàn thành"], .sd-navigation__complete-btn').first()),
}
