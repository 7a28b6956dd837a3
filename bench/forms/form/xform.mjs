// Writes the questionnaire as an ODK XForm.  closure:true spells every skip condition out in full (parents' conditions repeated),
// for engines that do not blank an unasked answer while the form is being filled.
import { sections, fields, byKey, rules } from './labour.mjs'
const esc = (s) => String(s).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
const ref = (k) => `/data/${sections.find((s) => s.fields.some((f) => f.key === k)).id}/${k}`
const cond = ([k, op, v]) => (op === 'is' ? `${ref(k)} = '${v}'` : op === 'ge' ? `${ref(k)} >= ${v}` : `${ref(k)} = ''`)
function ask(x, closure, seen = new Set()) {
  if (!x.ask || seen.has(x.key)) return []
  seen.add(x.key)
  const own = x.ask.map(cond)
  return closure ? [...new Set([...x.ask.flatMap(([k]) => ask(byKey[k], true, seen)), ...own])] : own
}
export function xform({ closure = false } = {}) {
  const inst = sections.map((s) => `<${s.id}>${s.fields.map((f) => `<${f.key}/>`).join('')}</${s.id}>`).join('')
  const binds = fields
    .map((x) => {
      const a = [`nodeset="${ref(x.key)}"`, `type="${{ text: 'string', int: 'int', date: 'date', one: 'string', many: 'string' }[x.kind]}"`]
      if (x.req) a.push('required="true()"', `jr:requiredMsg="Bắt buộc trả lời"`)
      if (x.reqUnless) a.push(`required="${ref(x.reqUnless)} = ''"`, `jr:requiredMsg="Bắt buộc trả lời"`)
      const c = ask(x, closure)
      if (c.length) a.push(`relevant="${esc(c.join(' and '))}"`)
      const r = rules[x.rule]
      if (r)
        a.push(
          `constraint="${esc(r.pattern ? `regex(., '${r.pattern.replace(/'/g, '')}')` : r.xpath.replace(/@(\w+)/g, (_, k) => ref(k)))}"`,
          `jr:constraintMsg="${esc(r.msg)}"`,
        )
      return `<bind ${a.join(' ')}/>`
    })
    .join('\n      ')
  const body = sections
    .map(
      (s) =>
        `<group ref="/data/${s.id}"><label>${esc(s.label)}</label>\n      ${s.fields
          .map((x) => {
            const items = (x.options ?? []).map(([v, l]) => `<item><label>${esc(l)}</label><value>${v}</value></item>`).join('')
            const tag = x.kind === 'one' ? 'select1' : x.kind === 'many' ? 'select' : 'input'
            return `<${tag} ref="${ref(x.key)}"${x.long ? ' appearance="minimal"' : ''}><label>${esc(x.label)}</label>${items}</${tag}>`
          })
          .join('\n      ')}</group>`,
    )
    .join('\n    ')
  return `<?xml version="1.0" encoding="UTF-8"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
  <h:head><h:title>Phiếu thông tin về người lao động</h:title>
    <model>
      <instance><data id="labour" version="1">${inst}<meta><instanceID/></meta></data></instance>
      ${binds}
      <bind nodeset="/data/meta/instanceID" type="string" readonly="true()" jr:preload="uid"/>
    </model>
  </h:head>
  <h:body>
    ${body}
  </h:body>
</h:html>
`
}
