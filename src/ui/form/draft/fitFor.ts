import type { Answers } from '../../../domain/forms/answers'
import { upgraded } from '../../../domain/forms/upgrades'
import type { Draft, Ledger } from '../../../storage/ledger'
import { formAt } from '../formAt'

/**
 * A draft that can take answers from outside its form. It stays on the version it was begun on, unless that does not ask for one of
 * them: sending would drop it there.
 */
export function fitFor(ledger: Ledger, draft: Draft, added: Answers): Draft {
  const { form: key, commune, answers, seen } = draft
  const form = formAt(ledger, key, commune)
  if (!form || Object.keys(added).every((field) => Object.hasOwn(form.fields, field))) return draft
  return { ...draft, ...upgraded({ form: key, answers }), ...(seen && { seen: upgraded({ form: key, answers: seen }).answers }) }
}
