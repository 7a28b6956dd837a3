import type { labour1Fields } from '../../domain/forms/definitions/labour/labour1'
import type { person3Fields } from '../../domain/forms/definitions/person/person3'
import type { AnswerValue } from '../../domain/forms/answers'
import type { Ledger } from '../../storage/ledger'

/** Answers that are the id of an account. */
const accountFields: readonly string[] = ['collectorId', 'noticeBy', 'beneficiaryCheckedBy', 'requestedBy'] satisfies readonly (keyof typeof labour1Fields | keyof typeof person3Fields)[]
/** Those that are the id of a record, or of a hamlet. */
const placeFields: readonly string[] = ['requestTo', 'sameAs'] satisfies readonly (keyof typeof person3Fields)[]

/** Whom or what the id in an answer names; `undefined` = it is no id, or of somebody unknown here. */
export function nameBehind(ledger: Ledger, commune: string, fieldId: string, value: AnswerValue | undefined): string | undefined {
  if (typeof value !== 'string') return undefined
  const context = ledger.context(commune)
  if (accountFields.includes(fieldId)) return context?.people.find(({ id }) => id === value)?.name
  if (placeFields.includes(fieldId)) return ledger.card(value)?.name ?? context?.hamlets.find(({ id }) => id === value)?.name
  return undefined
}
