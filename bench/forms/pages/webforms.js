import { createApp, h } from 'vue'
import { OdkWebForm, webFormsPlugin } from '@getodk/web-forms'
import xml from 'gen:xform'
const app = createApp({
  render: () =>
    h(OdkWebForm, {
      formXml: xml,
      fetchFormAttachment: async () => {
        throw new Error('no attachments')
      },
      onSubmit: async (...args) => {
        const [payload] = Array.isArray(args[0]) ? args[0] : args,
          p = await payload
        const data = Array.isArray(p.data) ? p.data[0] : p.data,
          file = data?.get?.('xml_submission_file') ?? p.instanceFile
        window.__sent = file ? await file.text() : JSON.stringify(Object.keys(p))
      },
    }),
})
app.use(webFormsPlugin)
app.mount('#app')
