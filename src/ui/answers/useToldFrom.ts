import { sourceOf } from '../../domain/forms/asking/followed'
import type { FormDefinition } from '../../domain/forms/form'
import { answerTexts } from '../text/answers'
import { useText } from '../text/useText'
import { useFieldLabel } from './useFieldLabel'

/**
 * From where an answer came that nobody gave, in words: from the answer it follows, else from the book. What the book has of a person
 * itself is told by nothing but their identity card, before they are in it.
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
