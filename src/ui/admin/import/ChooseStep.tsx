import { useId } from 'react'
import { importColumns } from '../../../protocol/importColumns'
import { writeCsv } from '../../../exchange/writeCsv'
import { Button } from '../../parts/Button'
import { importTexts } from '../../text/import'
import { useText } from '../../text/useText'
import { saveCsv } from './saveCsv'

/** Step 1: the file, read in the browser. */
export function ChooseStep({ busy, onChoose }: { readonly busy: boolean; readonly onChoose: (file: File) => void }) {
  const t = useText(importTexts)
  const id = useId()
  return (
    <section className="card st">
      <p>{t.choose.words}</p>
      <div className="f">
        <label className="f-l" htmlFor={id}>{t.choose.label}</label>
        <input
          id={id} type="file" className="in" accept=".xlsx,.csv,.tsv,.txt" disabled={busy}
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file) onChoose(file)
            event.target.value = ''
          }}
        />
      </div>
      {busy && <p role="status">{t.choose.reading}</p>}
      <Button icon="file" onClick={() => saveCsv(t.choose.templateName, writeCsv([importColumns.map((column) => column.label)]))}>{t.choose.template}</Button>
    </section>
  )
}
