import type { FormDefinition } from '../../../domain/forms/form'
import { formAt } from '../../form/formAt'
import { useServices } from '../../services'

/** The frozen definition a record was captured with, with the commune's extra fields; `undefined` = newer than this app. */
export function useForm(key: string | undefined, commune: string | undefined): FormDefinition | undefined {
  const { ledger } = useServices()
  return key === undefined ? undefined : formAt(ledger, key, commune ?? '')
}
