import type { FormDefinition } from '../../domain/forms/form'
import { fieldLabel } from '../../domain/forms/wording/words'
import { useLanguage } from '../text/language'

/** What the questions of a form are called, `short` where room is scarce; of one the form does not know its id. */
export function useFieldLabel(form: FormDefinition | undefined): (id: string, short?: boolean) => string {
  const { language } = useLanguage()
  return (id, short) => {
    const field = form?.fields[id]
    return field ? fieldLabel(field, language, short) : id
  }
}
