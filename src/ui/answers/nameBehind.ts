import type { labour1Fields } from '../../domain/forms/definitions/labour/labour1'
import type { person3Fields } from '../../domain/forms/definitions/person/person3'
import type { AnswerValue } from '../../domain/forms/answers'
import type { Ledger } from '../../storage/ledger'

/** Fields whose answer is the id of an account. */
const accountFields: readonly string[] = ['collectorId', 'noticeBy', 'beneficiaryCheckedBy', 'requestedBy'] satisfies readonly (keyof typeof labour1Fields | keyof typeof person3Fields)[]
/** Fields whose answer is the id of a record or of a hamlet. */
const placeFields: readonly string[] = ['requestTo', 'sameAs'] satisfies readonly (keyof typeof person3Fields)[]

/** The name of the account, record or hamlet whose id is the answer; `undefined` = the answer is no id, or its owner is unknown on this device. */
export function nameBehind(ledger: Ledger, commune: string, fieldId: string, value: AnswerValue | undefined): string | undefined {
  if (typeof value !== 'string') return undefined
  const context = ledger.context(commune)
  if (accountFields.includes(fieldId)) return context?.people.find(({ id }) => id === value)?.name
  if (placeFields.includes(fieldId)) return ledger.card(value)?.name ?? context?.hamlets.find(({ id }) => id === value)?.name
  return undefined
}
