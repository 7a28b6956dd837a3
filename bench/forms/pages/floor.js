// The floor: what a plain page needs. Skip logic and checks read from data-attributes written by engines/floor.mjs.
const form = document.querySelector('form'),
  qs = [...form.querySelectorAll('.q')]
const value = (q) => {
  const boxes = q.querySelectorAll('[type=radio],[type=checkbox]')
  if (!boxes.length) return q.querySelector('input,select').value
  const on = [...boxes].filter((b) => b.checked).map((b) => b.value)
  return boxes[0].type === 'radio' ? (on[0] ?? '') : on
}
const js = {
  communeInProvince: (v, a) => a.provinceCode === '56',
  notFuture: (v) => v <= new Date().toISOString().slice(0, 10),
  age15: (v, a) => v >= '1900-01-01' && (!a.collectedOn || a.collectedOn.replaceAll('-', '') - v.replaceAll('-', '') >= 150000),
  birthYear: (v) => +v >= 1900 && +v <= 2011,
  personalId: (v, a) => /^\d{12}$/.test(v) && (!a.sex || +v[3] % 2 === +a.sex - 1),
  poorOrNearPoor: (v) => !(v.includes('2') && v.includes('3')),
  notAfterCollected: (v, a) => !a.collectedOn || v <= a.collectedOn,
}
function live() {
  const a = {}
  for (const q of qs) {
    const ok = (q.dataset.ask ? q.dataset.ask.split(' ') : []).every((c) => {
      const [, k, op, w] = c.match(/^(\w+)(=|>|!)(.*)$/),
        v = a[k] ?? ''
      return op === '!' ? v === '' : op === '=' ? v === w : v !== '' && +v >= +w
    })
    if (q.hidden === ok) q.hidden = !ok
    if (ok) {
      const v = value(q)
      if (v.length) a[q.dataset.k] = v
    }
  }
  return a
}
form.addEventListener('input', live)
form.addEventListener('submit', (e) => {
  e.preventDefault()
  const a = live()
  let first
  for (const q of qs) {
    const v = a[q.dataset.k],
      { need, pattern, rule, msg } = q.dataset
    const bad = q.hidden
      ? ''
      : v === undefined
        ? need === '' || (need && !a[need])
          ? 'Bắt buộc trả lời'
          : ''
        : (pattern && !new RegExp(pattern).test(v)) || (rule && !js[rule](v, a))
          ? msg
          : ''
    q.querySelector('.e').textContent = bad
    if (bad && !first) first = q
  }
  if (first) first.querySelector('input,select').focus()
  else {
    window.__sent = JSON.stringify(a)
    document.documentElement.classList.add('sent')
  }
})
live()
document.documentElement.classList.add('ready')
