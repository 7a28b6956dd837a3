// The floor: plain HTML, native controls, ~40 lines of vanilla JS (pages/floor.js).
import { sections, byKey, rules } from '../form/labour.mjs'
import { answerNative } from './native.mjs'
const esc = (s) => String(s).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
const q = (x) => {
  const r = rules[x.rule],
    ask = (x.ask ?? []).map(([k, op, v]) => k + (op === 'is' ? '=' + v : op === 'ge' ? '>' + v : '!')).join(' ')
  const attrs = `class="q" data-k="${x.key}"${ask ? ` data-ask="${ask}"` : ''}${x.req ? ' data-need=""' : x.reqUnless ? ` data-need="${x.reqUnless}"` : ''}${r ? (r.pattern ? ` data-pattern="${esc(r.pattern)}"` : ` data-rule="${x.rule}"`) + ` data-msg="${esc(r.msg)}"` : ''}${ask ? ' hidden' : ''}`
  const star = x.req ? ' *' : ''
  if (x.kind === 'one' && x.long)
    return `<div ${attrs}><label>${esc(x.label)}${star}<select name="${x.key}"><option value=""></option>${x.options.map(([v, l]) => `<option value="${v}">${esc(l)}</option>`).join('')}</select></label><p class="e"></p></div>`
  if (x.options)
    return `<fieldset ${attrs}><legend>${esc(x.label)}${star}</legend>${x.options.map(([v, l]) => `<label><input type="${x.kind === 'one' ? 'radio' : 'checkbox'}" name="${x.key}" value="${v}">${esc(l)}</label>`).join('')}<p class="e"></p></fieldset>`
  return `<div ${attrs}><label>${esc(x.label)}${star}<input name="${x.key}" autocomplete="off" type="${x.kind === 'date' ? 'date' : 'text'}"${x.kind === 'int' ? ' inputmode="numeric"' : ''}></label><p class="e"></p></div>`
}
export default {
  id: 'floor',
  label: 'floor: plain HTML + 40 lines JS',
  async build({ out, bundle, page }) {
    await bundle(out, 'pages/floor.js')
    page(out, {
      head: '<style>body{font:16px/1.5 sans-serif;max-width:40rem;margin:auto;padding:0 1rem}.q{margin:0 0 1rem;border:0;padding:0}.q[hidden]{display:none}label{display:block;padding:.3rem 0}input:not([type=radio]):not([type=checkbox]),select{display:block;width:100%;font:inherit;padding:.5rem;box-sizing:border-box}.e{color:#a00;margin:0}.e:empty{display:none}</style>',
      body: `<form novalidate><h1>Phiếu thông tin về người lao động</h1>${sections.map((s) => `<h2>${esc(s.label)}</h2>${s.fields.map(q).join('')}`).join('')}<button>Gửi</button></form>`,
    })
  },
  url: (base) => `${base}/floor/`,
  inPage: {
    el: (k) => document.querySelector(`.q[data-k="${k}"]`),
    ready: () => document.documentElement.classList.contains('ready'),
    visible: (k) => __d.el(k)?.checkVisibility() ?? false,
    errors: () =>
      [...document.querySelectorAll('.q')].filter((q) => q.checkVisibility() && q.querySelector('.e').textContent).map((q) => q.dataset.k),
    sent: () => window.__sent ?? null,
  },
  answer: (page, key, value, h) => answerNative({ question: page.locator(`.q[data-k="${key}"]`), field: byKey[key], value, h }),
  submit: (page, h) => h.tap(page.locator('form button')),
}
