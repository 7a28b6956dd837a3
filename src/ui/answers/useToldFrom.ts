import { sourceOf } from '../../domain/forms/asking/followed'
import type { FormDefinition } from '../../domain/forms/form'
import { answerTexts } from '../text/answers'
import { useText } from '../text/useText'
import { useFieldLabel } from './useFieldLabel'

/**
 * Says where an answer came from that nobody gave: from the answer it follows, otherwise from the book. On a person form it is the identity
 * card instead of the book: a person who is being added is not in the book yet.
 */
export function useToldFrom(form: FormDefinition): (field: string) => string {
  const { from } = useText(answerTexts)
  const labelOf = useFieldLabel(form)
  return (field) => {
    const source = sourceOf(field)
    if (source !== undefined) return from.question(labelOf(source, true))
    return form.kind === 'person' ? from.card : from.book
  }
}
