import type { Answers } from '../../../domain/forms/answers'
import { upgraded } from '../../../domain/forms/upgrades'
import type { Draft, Ledger } from '../../../storage/ledger'
import { formAt } from '../formAt'

/**
 * The draft, ready to take answers from outside its form. It keeps its form version, unless that version lacks one of the fields
 * `added`: sending would drop that answer. Then the draft is upgraded to the newest version.
 */
export function fitFor(ledger: Ledger, draft: Draft, added: Answers): Draft {
  const { form: key, commune, answers, seen } = draft
  const form = formAt(ledger, key, commune)
  if (!form || Object.keys(added).every((field) => Object.hasOwn(form.fields, field))) return draft
  return { ...draft, ...upgraded({ form: key, answers }), ...(seen && { seen: upgraded({ form: key, answers: seen }).answers }) }
}
