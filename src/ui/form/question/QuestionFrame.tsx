import type { ReactNode } from 'react'
import type { Field } from '../../../domain/forms/form'
import { fieldLabel } from '../../../domain/forms/wording/words'
import { Icon } from '../../parts/Icon'
import { useLanguage } from '../../text/language'
import { partTexts } from '../../text/parts'
import { useText } from '../../text/useText'
import { Hint } from './Hint'
import { groupedKinds } from '../inputs/FieldInput'
import { labelId } from '../inputs/inputProps'

interface QuestionFrameProps {
  readonly id: string
  readonly field: Field
  /** Place on the form, e.g. `5.2`. */
  readonly number?: string
  readonly required?: boolean
  readonly errors?: readonly string[]
  /** `below` contains warnings, in an element with the id `warningsId`. */
  readonly isWarned?: boolean
  readonly notes?: ReactNode
  /** Shown below the box: warnings, missing reasons. */
  readonly below?: ReactNode
  readonly children: (input: { readonly id: string; readonly label: string; readonly describedBy: string | undefined; readonly invalid: boolean }) => ReactNode
}

/** DOM id of the frame around a box. */
export const frameId = (box: string): string => `${box}-q`

/** DOM id of the warnings of a box. */
export const warningsId = (box: string): string => `${box}w`

/** The frame around every question: official wording, hint, notes, errors, the box, and what is shown below it. */
export function QuestionFrame({ id, field, number, required = true, errors = [], isWarned = false, notes, below, children }: QuestionFrameProps) {
  const t = useText(partTexts)
  const { language } = useLanguage()
  const label = fieldLabel(field, language)
  const invalid = errors.length > 0
  const describedBy = [field.hint && `${id}h`, invalid && `${id}e`, isWarned && warningsId(id)].filter(Boolean).join(' ') || undefined
  const title = <>{number && <span className="qn">{number}</span>}{label}{!required && <> <span className="opt-w">{t.optional}</span></>}</>
  const grouped = groupedKinds.has(field.kind)
  const Frame = grouped ? 'fieldset' : 'div'
  return (
    <Frame className={`f${invalid ? ' has-err' : ''}`} id={frameId(id)}>
      {grouped ? <legend className="f-l">{title}</legend> : <label className="f-l" id={labelId(id)} htmlFor={id}>{title}</label>}
      {field.hint && <span className="f-h" id={`${id}h`}><Hint hint={field.hint} /></span>}
      {notes}
      {invalid && <div id={`${id}e`}>{errors.map((words) => <p key={words} className="f-e"><Icon name="stop" small /><span>{words}</span></p>)}</div>}
      {children({ id, label, describedBy, invalid })}
      {below}
    </Frame>
  )
}
