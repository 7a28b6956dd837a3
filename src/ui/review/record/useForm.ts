import type { FormDefinition } from '../../../domain/forms/form'
import { formAt } from '../../form/formAt'
import { useServices } from '../../services'

/** The form version a record was captured with, and the commune's extension; `undefined` = no key, or newer than this app. */
export function useForm(key: string | undefined, commune: string | undefined): FormDefinition | undefined {
  const { ledger } = useServices()
  return key === undefined ? undefined : formAt(ledger, key, commune ?? '')
}
