import type { Finding } from '../forms/checking/finding'

/** Why the server will never apply an operation as it is. A closed list: `ui/text` has words for each. */
export const refusalReasons = [
  'outOfScope', // the hamlet is not (or no longer) assigned to the author
  'notAllowed', // the author's role may not do this
  'unknownRecord', // no such record in this commune
  'parentMissing', // the household or person it hangs on, or the record it is the same as, does not exist
  'headMismatch', // the id exists with another kind
  'unknownForm', // the server does not know this form version
  'findings', // the shared rules found errors
  'changedSince', // the record changed after the reviewer looked at it
  'notReviewable', // not in a state that can be accepted or returned
  'recordFull', // the record would exceed the limit for what no form judges (`outgrows.ts`)
  'malformed', // not an operation, or one that makes no sense
] as const
export type RefusalReason = (typeof refusalReasons)[number]

export const outcomeKinds = ['accepted', 'merged', 'held', 'refused'] as const satisfies readonly Outcome['kind'][]

/**
 * What became of an operation. Decided once; every repeat gets the same answer.
 * `accepted` and `merged` operations leave the outbox; `held` and `refused` ones stay on the phone, visible with their reason.
 */
export type Outcome =
  | { readonly kind: 'accepted'; readonly version: number }
  | { readonly kind: 'merged'; readonly version: number }
  | { readonly kind: 'held'; readonly version: number; readonly fields: readonly string[]; readonly reason: 'overlap' | 'locked' }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly findings?: readonly Finding[] }
