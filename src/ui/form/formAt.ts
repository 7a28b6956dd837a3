import type { FormDefinition } from '../../domain/forms/form'
import { findForm, withExtensions } from '../../domain/forms/registry'
import type { Ledger } from '../../storage/ledger'

/** The frozen definition of a form version, with the commune's extension; `undefined` = the version is newer than this app. */
export function formAt(ledger: Ledger, key: string, commune: string): FormDefinition | undefined {
  const form = findForm(key)
  return form && withExtensions(form, ledger.context(commune)?.extensions ?? [])
}
