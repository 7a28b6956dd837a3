import type { RecordHead, RegisterRecord } from './record'
import type { RecordState } from './recordState'
import { isUuid } from '../identity/uuid'

/** Records as somebody who judges knows them. */
export type Known = Pick<ReadonlyMap<string, RecordState>, 'get'>

/** Which record it is the same as, where it was set aside. The form takes any text there; the database only ids. */
export function sameAsOf({ answers: { sameAs } }: Pick<RegisterRecord, 'answers'>): string | undefined {
  return typeof sameAs === 'string' && isUuid(sameAs) ? sameAs : undefined
}

/** The record itself, or through however many merges the one it is the same as; `undefined` when it is not there. */
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
 * Where what is hung on these lies by now, wherever its author knew them: a form with its person, a person with the household, and on what was
 * set aside with that which it is the same as. `null` = they are not there.
 */
export function placeUnder(known: Known, head: RecordHead): RecordHead | null {
  const on = head.person ?? head.household
  if (on === null) return head
  const above = rootOf(known, on)
  return above && above.kind === (head.person === null ? 'household' : 'person') ? placeAt(above, head) : null
}

/** Where what hangs on this household or person itself lies. */
export function placeAt(above: RecordHead & Pick<RegisterRecord, 'id'>, { kind }: Pick<RecordHead, 'kind'>): RecordHead {
  const { hamlet } = above
  return above.kind === 'person' ? { kind, hamlet, household: above.household, person: above.id } : { kind, hamlet, household: above.id, person: null }
}
