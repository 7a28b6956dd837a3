import { sourceOf } from '../../domain/forms/asking/followed'
import type { FormDefinition } from '../../domain/forms/form'
import type { Confirmed } from '../../domain/records/record'
import { Icon } from '../parts/Icon'
import { answerTexts } from '../text/answers'
import { useText } from '../text/useText'
import { useFieldLabel } from './useFieldLabel'

interface ToldMarkProps {
  readonly told: 'offered' | 'confirmed'
  /** The question it follows from; absent = the book told it. */
  readonly source?: string | undefined
  readonly tone: 'ok' | 'mut'
}

/** Where an answer comes from, until somebody changes it. */
export function ToldMark({ told, source, tone }: ToldMarkProps) {
  const t = useText(answerTexts)
  return <span className={`chk sm ${tone}`}><Icon name={told === 'confirmed' ? 'check' : 'book'} small /><span>{source === undefined ? t.told[told] : t.toldBy[told](source)}</span></span>
}

interface ConfirmedMarkProps {
  readonly form: FormDefinition
  readonly name: string
  readonly confirmed: Confirmed | undefined
}

/** Under an answer that is read: it was taken over and confirmed, not asked anew. */
export function ConfirmedMark({ form, name, confirmed }: ConfirmedMarkProps) {
  const labelOf = useFieldLabel(form)
  const source = sourceOf(name)
  if (!confirmed?.[name]) return null
  return <ToldMark told="confirmed" source={source && labelOf(source, true)} tone="mut" />
}
