import { createRoot } from 'react-dom/client'
import { Model, FunctionFactory, settings } from 'survey-core'
import 'survey-core/i18n/vietnamese'
import { Survey } from 'survey-react-ui'
import json from 'gen:survey.json'
const day = (s) => (s ? String(s).slice(0, 10) : '')
FunctionFactory.Instance.register('notFuture', ([v]) => day(v) <= new Date().toISOString().slice(0, 10))
FunctionFactory.Instance.register(
  'age15',
  ([v, c]) => day(v) >= '1900-01-01' && (!c || day(c).replaceAll('-', '') - day(v).replaceAll('-', '') >= 150000),
)
FunctionFactory.Instance.register('notAfter', ([v, c]) => !c || day(v) <= day(c))
FunctionFactory.Instance.register('idFitsSex', ([v, s]) => /^\d{12}$/.test(v) && (!s || +v[3] % 2 === +s - 1))
FunctionFactory.Instance.register('onePoverty', ([v]) => !(v?.includes('2') && v?.includes('3')))
settings.animationEnabled = false // its default fades blocks in and out; off is its fastest setting
const model = new Model(json)
model.locale = 'vi'
model.focusFirstQuestionAutomatic = false
model.onComplete.add((s) => {
  window.__sent = JSON.stringify(s.data)
})
window.__model = model
createRoot(document.getElementById('app')).render(<Survey model={model} />)
