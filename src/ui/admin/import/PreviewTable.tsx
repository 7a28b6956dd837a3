import type { ImportIssue, ImportRow } from '../../../protocol/api'
import { importColumns, type ImportColumnId } from '../../../protocol/importColumns'
import { Pill } from '../../parts/Pill'
import { useLanguage } from '../../text/language'
import { importTexts } from '../../text/import'
import { useNumberWords } from '../../text/useNumberWords'
import { useText } from '../../text/useText'
import type { Checked, RowVerdict } from './importState'
import { problemWords } from './problemWords'
import { useColumnLabel } from './useColumnLabel'

const MOST_SHOWN = 200

interface PreviewTableProps {
  readonly checked: Checked
  readonly rows: readonly ImportRow[]
  readonly verdict: RowVerdict
}

/** The rows with their row numbers in the file. Each problem is shown in its cell. */
export function PreviewTable({ checked, rows, verdict }: PreviewTableProps) {
  const t = useText(importTexts)
  const numberWords = useNumberWords()
  const labelOf = useColumnLabel()
  const drawn = rows.slice(0, MOST_SHOWN)
  const lines = new Set(drawn.map((row) => row.row))
  const issues = checked.issues.filter((issue) => lines.has(issue.row))
  const used = importColumns.filter(({ id }) => checked.rows.some((row) => row.cells[id]) || issues.some((issue) => issue.column === id))
  const issuesOf = (row: number, column: string): ImportIssue[] => issues.filter((issue) => issue.row === row && issue.column === column)
  if (rows.length === 0) return <p className="mut">{t.preview.none}</p>
  return (
    <>
      <div className="tw tw-tall" role="region" aria-label={t.preview.caption} tabIndex={0}>
        <table className="tb">
          <caption className="vh">{t.preview.caption}</caption>
          <thead><tr><th scope="col" className="r">{t.preview.line}</th>{used.map((column) => <th key={column.id} scope="col">{labelOf(column.id)}</th>)}<th scope="col">{t.preview.result}</th></tr></thead>
          <tbody>
            {drawn.map((row) => (
              <tr key={row.row}>
                <th scope="row" className="r mut">{row.row}</th>
                {used.map(({ id }) => <Cell key={id} id={id} value={row.cells[id] ?? ''} issues={issuesOf(row.row, id)} />)}
                <td className="nw">{verdict === 'wrong' ? <Pill state="action" text={t.preview.notOk} /> : verdict === 'warned' ? <Pill state="warn" text={t.preview.okWarned} /> : <Pill state="accepted" text={t.preview.ok} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > MOST_SHOWN && <p className="sm mut">{t.preview.more(numberWords(rows.length - MOST_SHOWN))}</p>}
    </>
  )
}

/** If a cell has errors, only they are shown: its warnings would be about a value that could not be read. */
function Cell({ id, value, issues: all }: { readonly id: ImportColumnId; readonly value: string; readonly issues: readonly ImportIssue[] }) {
  const t = useText(importTexts)
  const { language } = useLanguage()
  const errors = all.filter((issue) => issue.severity === 'error')
  const issues = errors.length > 0 ? errors : all
  const mark = errors.length > 0 ? 'cell-e' : issues.length > 0 ? 'cell-w' : ''
  return (
    <td className={id === 'householdCode' ? `nw ${mark}` : mark}>
      {issues[0]?.problem === 'leadingZeroAdded' || issues[0]?.problem === 'serialDate' ? `${issues[0].value} → ${value}` : value || (issues.length > 0 ? '—' : '')}
      {issues.map((issue) => <span key={issue.problem} className="xs blk cell-n">{problemWords(issue, t.problems, t.unknownProblem, language)}</span>)}
    </td>
  )
}
