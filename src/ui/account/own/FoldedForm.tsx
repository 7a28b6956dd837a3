import { useState, type ReactNode } from 'react'
import { Button } from '../../parts/Button'

interface FoldedFormProps {
  /** Label of the button that opens the form. */
  readonly label: string
  /** Draws the form. Its first box should have `autoFocus`. */
  readonly children: (close: () => void) => ReactNode
}

/** A seldom used form behind a button. When the form closes, the button has the focus again. */
export function FoldedForm({ label, children }: FoldedFormProps) {
  const [state, setState] = useState<'untouched' | 'open' | 'closed'>('untouched')
  return (
    <div className="card st">
      {state === 'open' ? children(() => setState('closed')) : <Button wide large autoFocus={state === 'closed'} onClick={() => setState('open')}>{label}</Button>}
    </div>
  )
}
