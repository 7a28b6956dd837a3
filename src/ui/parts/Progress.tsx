import { numberWords } from '../text/numberWords'

interface ProgressProps {
  readonly label: string
  readonly value: number
  readonly max: number
  /** Behind the numbers, e.g. `kB`. */
  readonly unit?: string
}

/** A bar with its numerator and denominator: a share alone says too little. */
export function Progress({ label, value, max, unit }: ProgressProps) {
  const share = max > 0 ? Math.min(100, (value / max) * 100) : 0
  return (
    <div className="pg">
      <div className="pg-t">
        <span>{label}</span>
        <span className="num"><b>{numberWords(value)}</b>/{numberWords(max)}{unit && ` ${unit}`}</span>
      </div>
      <div className="pg-b" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={max} aria-valuenow={value}>
        <i style={{ width: `${share}%` }} />
      </div>
    </div>
  )
}
