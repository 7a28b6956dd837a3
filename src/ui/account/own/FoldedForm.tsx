import { useState, type ReactNode } from 'react'
import { Button } from '../../parts/Button'

interface FoldedFormProps {
  /** On the button that opens it. */
  readonly label: string
  /** The form: its first box asks for the focus. */
  readonly children: (close: () => void) => ReactNode
}

/** A form that is seldom wanted, behind a button; when it closes, the focus is on the button again. */
export function FoldedForm({ label, children }: FoldedFormProps) {
  const [state, setState] = useState<'untouched' | 'open' | 'closed'>('untouched')
  return (
    <div className="card st">
      {state === 'open' ? children(() => setState('closed')) : <Button wide large autoFocus={state === 'closed'} onClick={() => setState('open')}>{label}</Button>}
    </div>
  )
}
