import { useState } from 'react'
import { percent } from '../../../domain/reports/percent'
import type { ProgressRow, ProgressTotal } from '../../../domain/reports/progress'
import { Pill } from '../../parts/Pill'
import { useNumberWords } from '../../text/useNumberWords'
import { useLanguage } from '../../text/language'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { SortHead } from '../SortHead'

const columns = ['name', 'target', 'collected', 'rate', 'submitted', 'returned', 'accepted', 'okRate', 'left'] as const
type Column = (typeof columns)[number]

interface ProgressTableProps {
  readonly rows: readonly ProgressRow[]
  readonly total: ProgressTotal
}

/** The figures as a sortable table. A hamlet without any form shows a label instead of 0%. */
export function ProgressTable({ rows, total }: ProgressTableProps) {
  const t = useText(reviewTexts)
  const [sort, setSort] = useState<{ readonly by: Column; readonly descending: boolean }>({ by: 'rate', descending: true })
  const labels: { readonly [column in Column]: string } = {
    name: t.progress.hamlet, target: t.progress.target, collected: t.progress.got, rate: t.progress.rate, submitted: t.progress.review,
    returned: t.progress.back, accepted: t.progress.ok, okRate: t.progress.okRate, left: t.progress.left,
  }
  const sign = sort.descending ? -1 : 1
  const sorted = [...rows].sort((a, b) => sign * compare(a, b, sort.by))
  const reporting = rows.filter((row) => row.collected > 0).length
  return (
    <div className="tw">
      <table className="tb">
        <caption className="vh">{t.progress.caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <SortHead
                key={column} label={labels[column]} numeric={column !== 'name'} order={sort.by === column ? (sort.descending ? 'descending' : 'ascending') : null}
                onSort={() => setSort((old) => ({ by: column, descending: old.by === column ? !old.descending : column !== 'name' }))}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => <tr key={row.id}><th scope="row">{row.name}</th>{row.collected === 0 ? <Silent row={row} /> : <Cells row={row} />}</tr>)}
        </tbody>
        <tfoot><tr><th scope="row">{t.progress.total(reporting, rows.length)}</th><Cells row={total} /></tr></tfoot>
      </table>
      {total.collected > total.measured.collected && <p className="sm mut">{t.progress.onlyMeasured}</p>}
    </div>
  )
}

function Cells({ row }: { readonly row: ProgressTotal }) {
  const t = useText(reviewTexts)
  const numberWords = useNumberWords()
  const { language } = useLanguage()
  const hasTarget = row.target > 0
  return (
    <>
      <td className="r">{hasTarget ? numberWords(row.target) : <span className="mut">{t.progress.noTarget}</span>}</td>
      <td className="r">{numberWords(row.collected)}</td>
      <td className="r b">{percent(row.measured.collected, row.target, language)}</td>
      <td className="r">{numberWords(row.submitted)}</td>
      <td className="r">{numberWords(row.returned)}</td>
      <td className="r">{numberWords(row.accepted)}</td>
      <td className="r">{percent(row.measured.accepted, row.target, language)}</td>
      <td className="r">{hasTarget ? numberWords(row.left) : '–'}</td>
    </>
  )
}

function Silent({ row: { target, left } }: { readonly row: ProgressRow }) {
  const t = useText(reviewTexts)
  const numberWords = useNumberWords()
  return (
    <>
      <td className="r">{target > 0 ? numberWords(target) : <span className="mut">{t.progress.noTarget}</span>}</td>
      <td colSpan={6}><Pill state="warn" text={t.progress.none} /></td>
      <td className="r">{target > 0 ? numberWords(left) : '–'}</td>
    </>
  )
}

const share = (count: number, target: number): number => (target === 0 ? -1 : count / target)

function compare(a: ProgressRow, b: ProgressRow, by: Column): number {
  if (by === 'name') return a.name.localeCompare(b.name, 'vi')
  if (by === 'rate') return share(a.measured.collected, a.target) - share(b.measured.collected, b.target)
  if (by === 'okRate') return share(a.measured.accepted, a.target) - share(b.measured.accepted, b.target)
  return a[by] - b[by]
}
