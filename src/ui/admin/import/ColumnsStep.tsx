import { importColumns, type ImportColumnId } from '../../../protocol/importColumns'
import type { ColumnMapping } from '../../../exchange/guessColumns'
import { Button } from '../../parts/Button'
import { Checkbox } from '../../parts/fields/Checkbox'
import { importTexts } from '../../text/import'
import { useText } from '../../text/useText'
import type { OpenedFile } from './importState'
import { withSheet } from './openFile'
import { useColumnLabel } from './useColumnLabel'

interface ColumnsStepProps {
  readonly file: OpenedFile
  readonly busy: boolean
  readonly onChange: (file: OpenedFile) => void
  readonly onPreview: () => void
  readonly onRestart: () => void
}

/** Step 2: which column of the file is which of ours. They are guessed and shown with an example; the administrator can change them. */
export function ColumnsStep({ file, busy, onChange, onPreview, onRestart }: ColumnsStepProps) {
  const t = useText(importTexts)
  const missing = missingColumns(file.mapping)
  const labelOf = useColumnLabel()
  const labels = missing.map(labelOf).join(', ')
  return (
    <section className="st">
      <p>{t.columns.words}</p>
      {file.tables.length > 1 && (
        <div className="fbar">
          <label>{t.columns.sheet}
            <select className="in" value={file.sheet} onChange={(event) => onChange(withSheet(file, Number(event.target.value)))}>
              {file.tables.map((table, index) => <option key={table.name} value={index}>{table.name}</option>)}
            </select>
          </label>
        </div>
      )}
      <div className="tw">
        <table className="tb">
          <caption className="vh">{t.columns.caption}</caption>
          <thead><tr><th scope="col">{t.columns.ours}</th><th scope="col">{t.columns.theirs}</th><th scope="col">{t.columns.example}</th></tr></thead>
          <tbody>{importColumns.map(({ id, required }) => <ColumnRow key={id} id={id} label={labelOf(id)} required={required} file={file} onChange={onChange} />)}</tbody>
        </table>
      </div>
      <Checkbox checked={file.fillDown} onChange={(fillDown) => onChange({ ...file, fillDown })} label={t.columns.fillDown} hint={t.columns.fillDownHint} />
      <p className="fx">
        <Button kind="pri" busy={busy} off={missing.length > 0} onClick={onPreview}>{busy ? t.columns.checking : missing.length > 0 ? t.columns.needs(labels) : t.columns.preview}</Button>
        <Button kind="quiet" onClick={onRestart}>{t.choose.another}</Button>
      </p>
    </section>
  )
}

interface ColumnRowProps {
  readonly id: ImportColumnId
  readonly label: string
  readonly required: boolean
  readonly file: OpenedFile
  readonly onChange: (file: OpenedFile) => void
}

function ColumnRow({ id, label, required, file, onChange }: ColumnRowProps) {
  const t = useText(importTexts)
  const chosen = file.mapping[id]
  const rows = file.tables[file.sheet]?.rows.slice(file.headings.firstRow) ?? []
  const example = chosen === undefined ? '' : (rows.find((row) => row.cells[chosen])?.cells[chosen] ?? '')
  const set = (value: string): void => {
    const others = Object.entries(file.mapping).filter(([column, index]) => column !== id && String(index) !== value)
    onChange({ ...file, mapping: Object.fromEntries(value === '' ? others : [...others, [id, Number(value)]]) as ColumnMapping })
  }
  return (
    <tr>
      <th scope="row">{label} {required && <span className="mut sm">({t.columns.required})</span>}</th>
      <td>
        <select className="in" aria-label={label} value={chosen ?? ''} onChange={(event) => set(event.target.value)}>
          <option value="">{t.columns.none}</option>
          {file.headings.names.map((name, index) => <option key={index} value={index}>{name || t.columns.unnamed(index + 1)}</option>)}
        </select>
      </td>
      <td className="mut">{example}</td>
    </tr>
  )
}

/** Required columns that are not matched yet. Of the hamlet either the code or the name is enough. */
function missingColumns(mapping: ColumnMapping): readonly ImportColumnId[] {
  return importColumns
    .filter(({ id, required }) => required && mapping[id] === undefined && !(id === 'hamletName' && mapping.hamletCode !== undefined))
    .map(({ id }) => id)
}
