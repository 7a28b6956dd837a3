// enketo-core, with the form transformed at build time by enketo-transformer/web inside Chromium (its node build needs native libxslt).
import fs from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { xform } from '../form/xform.mjs'
import { byKey } from '../form/labour.mjs'
import { answerNative } from './native.mjs'
export default {
  id: 'enketo',
  label: 'enketo-core 9.0.1 (formhub theme)',
  closure: true, // Enketo's conditions still see the answers of hidden questions: without this the end state is wrong (see RESULTS.md)
  async build({ root, out, bundle, css, page }) {
    const xml = xform({ closure: this.closure })
    const code = fs.readFileSync(path.join(root, 'node_modules/enketo-transformer/dist/enketo-transformer/web/transformer.js'), 'utf8')
    const b = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
    let t
    try {
      const p = await b.newPage()
      t = await p.evaluate(
        async ([c, x]) => {
          const m = await import(URL.createObjectURL(new Blob([c], { type: 'text/javascript' })))
          return m.transform({ xform: x, theme: 'formhub' })
        },
        [code, xml],
      )
    } finally {
      await b.close()
    }
    const pkg = JSON.parse(fs.readFileSync(path.join(root, 'node_modules/enketo-core/package.json')))
    const alias = Object.fromEntries(Object.entries(pkg.browser).map(([k, v]) => [k, path.join(root, 'node_modules/enketo-core', v)]))
    await bundle(out, 'pages/enketo.js', { 'gen:model': t.model }, { alias })
    fs.writeFileSync(path.join(out, 'form.css'), css('node_modules/enketo-core/src/sass/formhub/formhub.scss'))
    page(out, {
      head: '<link rel="stylesheet" href="form.css"><style>html:not(.ready) form.or{visibility:hidden}</style>',
      body: `<div class="main"><article class="paper"><header class="form-header clearfix"><span class="form-language-selector hide"><span>Ngôn ngữ</span></span></header>${t.form}<section class="form-footer"><button type="button" id="send" class="btn btn-primary">Gửi</button></section></article></div>`,
    })
  },
  url: (base) => `${base}/enketo/`,
  inPage: {
    el: (k) => document.querySelector(`form.or [name$="/${k}"], form.or [data-name$="/${k}"]`)?.closest('.question'),
    ready: () => document.documentElement.classList.contains('ready'),
    visible: (k) => {
      const q = __d.el(k)
      return !!q && q.checkVisibility() && q.getBoundingClientRect().height > 0
    },
    errors: () =>
      [...document.querySelectorAll('.question.invalid-required, .question.invalid-constraint')]
        .filter((q) => q.checkVisibility())
        .map((q) => {
          const n = q.querySelector('[name],[data-name]')
          return (n.dataset.name ?? n.name).split('/').pop()
        }),
    sent: () => window.__sent ?? null,
  },
  answer: (page, key, value, h) => {
    const question = page.locator(`.question:has([name$="/${key}"]), .question:has([data-name$="/${key}"])`).first()
    return answerNative({ question, field: byKey[key], value, h, input: question.locator('input:not(.ignore), textarea').first() })
  },
  submit: (page, h) => h.tap(page.locator('#send')),
}
