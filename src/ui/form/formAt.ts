import type { FormDefinition } from '../../domain/forms/form'
import { findForm, withExtensions } from '../../domain/forms/registry'
import type { Ledger } from '../../storage/ledger'

/** The frozen definition of a version, with the commune's extra fields; `undefined` = newer than this app. */
export function formAt(ledger: Ledger, key: string, commune: string): FormDefinition | undefined {
  const form = findForm(key)
  return form && withExtensions(form, ledger.context(commune)?.extensions ?? [])
}
