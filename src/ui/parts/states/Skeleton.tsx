import { useEffect, useState } from 'react'
import { partTexts } from '../../text/parts'
import { useText } from '../../text/useText'

const PATIENCE_MS = 300

/** Shows nothing for `PATIENCE_MS`, then grey lines and a sentence in place of what is loading. */
export function Skeleton({ lines = 6 }: { readonly lines?: number }) {
  const t = useText(partTexts)
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null
  return (
    <div className="main st4" aria-busy="true">
      <p className="mut" role="status">{t.loading}</p>
      {Array.from({ length: lines }, (_, line) => <span key={line} className="sk" />)}
    </div>
  )
}
