import { mayAct, type Role } from '../../access'
import type { FieldChange, Hold, RegisterRecord } from '../record'

export interface HoldAuthor {
  readonly device: string
  readonly counter: number
  readonly by: string
  readonly at: string
}

/** Id of a hold, `device:counter:field`: a repeated operation cannot make a second hold of the same value. */
export const holdId = (device: string, counter: number, field: string): string => `${device}:${counter}:${field}`

/** Which correction a hold belongs to: all holds of one submission have the same. */
export const correctionOf = ({ id, field }: Pick<Hold, 'id' | 'field'>): string => id.slice(0, -field.length - 1)

/** The holds for changes that may not be applied. */
export function holdsOf(changes: readonly FieldChange[], reason: Hold['reason'], author: HoldAuthor): readonly Hold[] {
  return changes.map(({ field, to }) => ({
    id: holdId(author.device, author.counter, field),
    field,
    value: to ?? null,
    reason,
    by: author.by,
    at: author.at,
  }))
}

/** Whether only the reviewer may take the held value: the form is accepted (S17), or was when the value was held. */
export function isReviewersChoice({ status }: Pick<RegisterRecord, 'status'>, { reason }: Hold): boolean {
  return reason === 'locked' || status === 'accepted'
}

/** Whether somebody with this role may take the held value. */
export function mayTake(role: Role, record: Pick<RegisterRecord, 'status'>, hold: Hold): boolean {
  return !isReviewersChoice(record, hold) || mayAct(role, 'accept')
}

/**
 * The open holds after an operation. A later value of the same device for a field replaces its own earlier hold, which stays in the
 * history. Holds of other devices stay open until a person chooses.
 *
 * @param spoken fields the operation names
 */
export function nextHolds(open: readonly Hold[], fresh: readonly Hold[], spoken: readonly string[], device: string): readonly Hold[] {
  const replaced = (hold: Hold) => hold.id.startsWith(`${device}:`) && spoken.includes(hold.field)
  return [...open.filter((hold) => !replaced(hold)), ...fresh]
}
