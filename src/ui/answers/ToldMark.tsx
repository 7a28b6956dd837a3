import type { FormDefinition } from '../../domain/forms/form'
import type { Confirmed } from '../../domain/records/record'
import { Icon } from '../parts/Icon'
import { answerTexts } from '../text/answers'
import { useText } from '../text/useText'
import { useToldFrom } from './useToldFrom'

interface ToldMarkProps {
  readonly told: 'offered' | 'confirmed'
  /** Where the answer came from, in words. */
  readonly from: string
  readonly tone: 'ok' | 'mut'
}

/** Says where an answer came from and whether it was confirmed. Shown until somebody changes the answer. */
export function ToldMark({ told, from, tone }: ToldMarkProps) {
  const t = useText(answerTexts)
  return <span className={`chk sm ${tone}`}><Icon name={told === 'confirmed' ? 'check' : 'book'} small /><span>{t.told[told](from)}</span></span>
}

interface ConfirmedMarkProps {
  readonly form: FormDefinition
  readonly name: string
  readonly confirmed: Confirmed | undefined
}

/** Shown beside an answer that is only read, if it was taken over and confirmed instead of asked again. */
export function ConfirmedMark({ form, name, confirmed }: ConfirmedMarkProps) {
  const fromOf = useToldFrom(form)
  return confirmed?.[name] ? <ToldMark told="confirmed" from={fromOf(name)} tone="mut" /> : null
}
