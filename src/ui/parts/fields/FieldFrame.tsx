import type { ReactNode } from 'react'
import { partTexts } from '../../text/parts'
import { useText } from '../../text/useText'
import { Icon } from '../Icon'

export interface FieldFrameProps {
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** What is wrong and what to do. Shown at the field, and read out with it. */
  readonly error?: string | undefined
  readonly optional?: boolean
  /** Shown below the box: the result of a check, a count. */
  readonly note?: ReactNode
}

/** The ids that connect a box to its hint and its error (`aria-describedby`). */
export function describedBy(id: string, { hint, error }: Pick<FieldFrameProps, 'hint' | 'error'>): string | undefined {
  const ids = [hint && `${id}h`, error && `${id}e`].filter(Boolean)
  return ids.length ? ids.join(' ') : undefined
}

/** The frame around every single box: label, hint, error, box, note. */
export function FieldFrame({ id, label, hint, error, optional = false, note, children }: FieldFrameProps & { readonly id: string; readonly children: ReactNode }) {
  const t = useText(partTexts)
  return (
    <div className={`f${error ? ' has-err' : ''}`}>
      <label className="f-l" htmlFor={id}>
        {label}
        {optional && <> <span className="opt-w">{t.optional}</span></>}
      </label>
      {hint && <span className="f-h" id={`${id}h`}>{hint}</span>}
      {error && <p className="f-e" id={`${id}e`}><Icon name="stop" small /><span>{error}</span></p>}
      {children}
      {note}
    </div>
  )
}
