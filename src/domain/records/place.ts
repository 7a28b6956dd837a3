import type { RecordHead, RegisterRecord } from './record'
import type { RecordState } from './recordState'
import { isUuid } from '../identity/uuid'

/** The records that the judging side knows, by id. */
export type Known = Pick<ReadonlyMap<string, RecordState>, 'get'>

/** The record this one is the same as, if it was set aside. The form accepts any text in `sameAs`; the database accepts only ids. */
export function sameAsOf({ answers: { sameAs } }: Pick<RegisterRecord, 'answers'>): string | undefined {
  return typeof sameAs === 'string' && isUuid(sameAs) ? sameAs : undefined
}

/** The record itself, or the one it is the same as, through any number of merges. `undefined` = not known. */
export function rootOf(known: Known, id: string): RegisterRecord | undefined {
  const passed = new Set<string>()
  let at = known.get(id)?.record
  for (let same = at && sameAsOf(at); same !== undefined && !passed.has(same); same = at && sameAsOf(at)) {
    passed.add(same)
    at = known.get(same)?.record
  }
  return at
}

/**
 * Where a record belongs now that hangs on this household or person, wherever its author believed them to be. It follows a person or a
 * household that moved; if that one was set aside, it follows the record that one is the same as. `null` = not known here.
 */
export function placeUnder(known: Known, head: RecordHead): RecordHead | null {
  const on = head.person ?? head.household
  if (on === null) return head
  const above = rootOf(known, on)
  return above && above.kind === (head.person === null ? 'household' : 'person') ? placeAt(above, head) : null
}

/** The place of a record of this kind that hangs directly on this household or person. */
export function placeAt(above: RecordHead & Pick<RegisterRecord, 'id'>, { kind }: Pick<RecordHead, 'kind'>): RecordHead {
  const { hamlet } = above
  return above.kind === 'person' ? { kind, hamlet, household: above.household, person: above.id } : { kind, hamlet, household: above.id, person: null }
}
