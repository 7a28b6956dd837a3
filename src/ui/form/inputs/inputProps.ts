import type { AnswerValue } from '../../../domain/forms/answers'
import type { Field } from '../../../domain/forms/form'

/** What every input of a question gets. It never changes what is being typed; tidying happens on blur. */
export interface InputProps {
  /** DOM id of the box; options get `id-code`. */
  readonly id: string
  /** Of the question, or of its column. */
  readonly name: string
  readonly field: Field
  readonly label: string
  readonly value: AnswerValue | undefined
  readonly onChange: (value: AnswerValue | undefined) => void
  readonly onBlur: () => void
  readonly describedBy: string | undefined
  readonly invalid: boolean
}

/** DOM id of the words above a question's one box. */
export const labelId = (id: string): string => `${id}l`
