import type { FormDefinition } from '../../domain/forms/form'
import { fieldLabel } from '../../domain/forms/wording/words'
import { useLanguage } from '../text/language'

/** Labels for the questions of a form, the `short` ones if there is little room. For a field the form does not have: its id. */
export function useFieldLabel(form: FormDefinition | undefined): (id: string, short?: boolean) => string {
  const { language } = useLanguage()
  return (id, short) => {
    const field = form?.fields[id]
    return field ? fieldLabel(field, language, short) : id
  }
}
