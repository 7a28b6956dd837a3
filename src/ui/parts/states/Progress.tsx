import { useNumberWords } from '../../text/useNumberWords'

interface ProgressProps {
  readonly label: string
  readonly value: number
  readonly max: number
  /** The two numbers in words, if they are not counts. */
  readonly words?: readonly [value: string, max: string]
}

/** A bar with its two numbers: a share alone says too little. */
export function Progress({ label, value, max, words }: ProgressProps) {
  const numberWords = useNumberWords()
  const share = max > 0 ? Math.min(100, (value / max) * 100) : 0
  return (
    <div className="pg">
      <div className="pg-t">
        <span>{label}</span>
        <span className="num"><b>{words?.[0] ?? numberWords(value)}</b>/{words?.[1] ?? numberWords(max)}</span>
      </div>
      <div className="pg-b" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={max} aria-valuenow={value}>
        <i style={{ width: `${share}%` }} />
      </div>
    </div>
  )
}
