import { importColumns } from '../../../protocol/importColumns'
import { writeCsv } from '../../../exchange/writeCsv'
import { Button } from '../../parts/Button'
import { FileButton } from '../../parts/FileButton'
import { importTexts } from '../../text/import'
import { useText } from '../../text/useText'
import { saveCsv } from './saveCsv'

/** Step 1: the file, read in the browser. */
export function ChooseStep({ busy, onChoose }: { readonly busy: boolean; readonly onChoose: (file: File) => void }) {
  const t = useText(importTexts)
  return (
    <section className="card st">
      <p>{t.choose.words}</p>
      <div className="fx">
        <FileButton icon="tray" label={t.choose.label} accept=".xlsx,.csv,.tsv,.txt" primary disabled={busy} onFile={onChoose} />
        <Button icon="file" onClick={() => saveCsv(t.choose.templateName, writeCsv([importColumns.map((column) => column.label)]))}>{t.choose.template}</Button>
      </div>
      {busy && <p role="status">{t.choose.reading}</p>}
    </section>
  )
}
