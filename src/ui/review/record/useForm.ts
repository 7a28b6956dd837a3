import type { FormDefinition } from '../../../domain/forms/form'
import { findForm, withExtensions } from '../../../domain/forms/registry'
import { useServices } from '../../services'

/** The frozen definition a record was captured with, with the commune's extra fields; `undefined` = newer than this app. */
export function useForm(key: string | undefined, commune: string | undefined): FormDefinition | undefined {
  const { ledger } = useServices()
  const form = key === undefined ? undefined : findForm(key)
  if (!form || commune === undefined) return form
  return withExtensions(form, ledger.context(commune)?.extensions ?? [])
}
