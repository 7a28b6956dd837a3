import type { Difference } from '../../../domain/forms/offering/compareOffered'
import type { Field, FormDefinition } from '../../../domain/forms/form'
import { fieldLabel } from '../../../domain/forms/wording/words'
import { Beside } from '../../answers/Beside'
import { useAnswerWords } from '../../answers/useAnswerWords'
import { RadioCards } from '../../parts/fields/RadioCards'
import { formTexts } from '../../text/form'
import { useLanguage } from '../../text/language'
import { useText } from '../../text/useText'

interface OfferedChoicesProps<F extends string> {
  readonly form: FormDefinition
  readonly differing: readonly Difference<F>[]
  /** Fields that keep the recorded value. */
  readonly kept: readonly F[]
  readonly onKept: (kept: readonly F[]) => void
  /** Where the offered values come from, e.g. "on the card". */
  readonly from: string
  readonly hints?: Partial<Readonly<Record<F, string>>>
}

/** For each field the recorded and the offered value, one above the other, with the differing letters underlined. A person chooses. */
export function OfferedChoices<F extends string>({ form, differing, kept, onKept, from, hints }: OfferedChoicesProps<F>) {
  return differing.map((difference) => {
    const { field } = difference
    const definition = form.fields[field]
    const hint = hints?.[field]
    return definition && (
      <Choice
        key={field} definition={definition} difference={difference} from={from} isKept={kept.includes(field)} {...(hint && { hint })}
        onKeep={(isKept) => onKept([...kept.filter((each) => each !== field), ...(isKept ? [field] : [])])}
      />
    )
  })
}

interface ChoiceProps {
  readonly definition: Field
  readonly difference: Difference
  readonly from: string
  readonly hint?: string
  readonly isKept: boolean
  readonly onKeep: (isKept: boolean) => void
}

function Choice({ definition, difference: { field, recorded, offered }, from, hint, isKept, onKeep }: ChoiceProps) {
  const t = useText(formTexts)
  const { language } = useLanguage()
  const words = useAnswerWords(field, definition)
  const before = recorded === undefined ? null : words(recorded)
  return (
    <RadioCards
      legend={fieldLabel(definition, language, true)} hint={hint} value={isKept ? 'recorded' : 'offered'}
      options={[
        { value: 'recorded', label: before === null ? t.nothingRecorded : <Beside text={before} other={words(offered)} />, hint: t.recorded },
        { value: 'offered', label: before === null ? <bdi>{words(offered)}</bdi> : <Beside text={words(offered)} other={before} />, hint: from },
      ]}
      onChange={(value) => onKeep(value === 'recorded')}
    />
  )
}
