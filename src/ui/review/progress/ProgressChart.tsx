import type { ProgressRow } from '../../../domain/reports/progress'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'

const LINE = 24
const LEFT = 150
const WIDTH = 520
const LABEL_ROOM = 90

/** Bars by hamlet: accepted solid, collected but not accepted hatched, target outlined. They also differ on a grey print. */
export function ProgressChart({ rows }: { readonly rows: readonly ProgressRow[] }) {
  const t = useText(reviewTexts)
  const longest = Math.max(1, ...rows.map((row) => Math.max(row.target, row.collected)))
  const scale = (count: number): number => (count / longest) * (WIDTH - LEFT - LABEL_ROOM)
  const height = rows.length * LINE + 26
  return (
    <figure className="card chart">
      <figcaption className="b">{t.progress.chart}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={t.progress.chartLabel}>
        <defs>
          <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" className="ch4" /><rect width="2.2" height="5" className="ch2" /></pattern>
        </defs>
        {rows.map((row, index) => (
          <g key={row.id} transform={`translate(0,${index * LINE + 4})`} fontSize="11">
            <text x={LEFT - 6} y="13" textAnchor="end">{row.name}</text>
            <rect x={LEFT} width={scale(row.target)} height="17" fill="none" className="ch-l" />
            <rect x={LEFT} width={scale(row.collected)} height="17" fill="url(#hatch)" />
            <rect x={LEFT} width={scale(row.accepted)} height="17" className="ch1" />
            <text x={LEFT + scale(Math.max(row.target, row.collected)) + 5} y="13">{row.collected}/{row.target === 0 ? '–' : row.target}</text>
          </g>
        ))}
        <g transform={`translate(${LEFT},${rows.length * LINE + 12})`} fontSize="10.5">
          <rect width="12" height="10" className="ch1" /><text x="16" y="9">{t.progress.legendOk}</text>
          <rect x="105" width="12" height="10" fill="url(#hatch)" /><text x="121" y="9">{t.progress.legendGot}</text>
          <rect x="240" width="12" height="10" fill="none" className="ch-l" /><text x="256" y="9">{t.progress.legendTarget}</text>
        </g>
      </svg>
    </figure>
  )
}
