import { mayAct, type Role } from '../../access'
import type { FieldChange, Hold, RegisterRecord } from '../record'

export interface HoldAuthor {
  readonly device: string
  readonly counter: number
  readonly by: string
  readonly at: string
}

/** `device:counter:field`: the same operation can never make a second hold of the same value. */
export const holdId = (device: string, counter: number, field: string): string => `${device}:${counter}:${field}`

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

/** Once a form is accepted its reviewer alone puts anything else in place (protocol rule 17). */
export function isReviewersChoice({ status }: Pick<RegisterRecord, 'status'>, { reason }: Hold): boolean {
  return reason === 'locked' || status === 'accepted'
}

/** Whether somebody of this role may put the held value in place. */
export function mayTake(role: Role, record: Pick<RegisterRecord, 'status'>, hold: Hold): boolean {
  return !isReviewersChoice(record, hold) || mayAct(role, 'accept')
}

/**
 * The open holds after an operation. A device's later word on a field replaces its own earlier held value (that one stays
 * in the history); values held for other devices stay open until a person chooses.
 */
export function nextHolds(open: readonly Hold[], fresh: readonly Hold[], spoken: readonly string[], device: string): readonly Hold[] {
  const replaced = (hold: Hold) => hold.id.startsWith(`${device}:`) && spoken.includes(hold.field)
  return [...open.filter((hold) => !replaced(hold)), ...fresh]
}
