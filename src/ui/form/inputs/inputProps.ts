import type { AnswerValue } from '../../../domain/forms/answers'
import type { Field } from '../../../domain/forms/form'

/** What every input of a question gets. An input never changes what is being typed; tidying happens on blur. */
export interface InputProps {
  /** DOM id of the box; options get `id-code`. */
  readonly id: string
  /** Name of the question or of the column. */
  readonly name: string
  readonly field: Field
  readonly label: string
  readonly value: AnswerValue | undefined
  readonly onChange: (value: AnswerValue | undefined) => void
  readonly onBlur: () => void
  readonly describedBy: string | undefined
  readonly invalid: boolean
}

/** DOM id of the label of a question with a single box. */
export const labelId = (id: string): string => `${id}l`
