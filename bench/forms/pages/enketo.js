import { Form } from 'enketo-core'
import model from 'gen:model'
const el = document.querySelector('form.or')
const form = new Form(el, { modelStr: model }, { language: 'default' })
window.__enketo = form
const problems = form.init()
if (problems.length) console.error('enketo load errors', JSON.stringify(problems))
document.documentElement.classList.add('ready')
document.getElementById('send').addEventListener('click', async () => {
  const ok = await form.validate()
  window.__validated = true
  if (ok) {
    window.__sent = form.getDataStr({ irrelevant: false })
    document.documentElement.classList.add('sent')
  }
})
