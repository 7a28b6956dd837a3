import { sameAnswer, type Answers } from '../../../domain/forms/answers'
import { patchBetween } from '../../../domain/records/overlay'
import { rebase } from '../../../domain/records/rebase'
import type { Draft } from '../../ledger'

/*
 * One draft may be written from several places: the form may be open in two tabs, and a visit is written into the draft without its form. Each writer knows
 * only what it read. So what a writer changed is applied to the draft as it is stored now, field by field. A field that both changed is as the later
 * writer left it.
 */

/** Whether two states of a draft say the same. Where the officer stood in the form and the time of the last save do not count; the head never changes. */
export function saysSame(one: Draft, other: Draft): boolean {
  return one.form === other.form && one.base === other.base
    && isEqual(one.answers, other.answers) && isEqual(one.reasons, other.reasons) && isEqual(one.told, other.told) && isEqual(one.seen, other.seen)
    && String(one.others) === String(other.others)
}

/**
 * The stored draft with the changes a writer made between `before` and `mine`. If one of the two was begun on a newer version of the record, both are first
 * carried over to that version, so that a field which only follows the record does not count as changed by its writer.
 * @param before the state of the draft from which the writer began; `null` = it began from the record (`mine.seen`) or, for a new record, from nothing
 */
export function mergeDraft(stored: Draft, before: Draft | null, mine: Draft): Draft {
  const newer = mine.base > stored.base ? mine : stored
  const from = before ?? { ...mine, answers: mine.seen ?? {} }
  const place = mine.place === before?.place ? stored.place : mine.place
  return {
    ...basisOf(stored, before, mine),
    answers: rebase({ seen: carriedOver(from, newer), answers: carriedOver(mine, newer) }, carriedOver(stored, newer)),
    reasons: rebase({ seen: before?.reasons ?? {}, answers: mine.reasons }, stored.reasons) as Draft['reasons'],
    ...((stored.told ?? mine.told) && { told: rebase({ seen: before?.told ?? {}, answers: mine.told ?? {} }, stored.told ?? {}) as NonNullable<Draft['told']> }),
    ...((stored.others ?? mine.others) && { others: [...new Set([...(stored.others ?? []), ...(mine.others ?? [])])] }),
    ...(place !== undefined && { place }),
    savedAt: after(stored, mine),
  }
}

/** A draft that was discarded and comes back over what was typed since: answers given since stay. */
export function broughtBack(stored: Draft, discarded: Draft): Draft {
  return { ...mergeDraft(discarded, null, stored), savedAt: after(stored, discarded) }
}

/** The draft that goes on with the record as it is now, after another tab ended it: what the writer changed since then, and what was discarded, is touched. */
export function goesOn(now: Answers, base: number, given: Draft, mine: Draft): Draft {
  const seen = given.seen ?? {}
  // A touched field in which the record has not moved was discarded and not sent. It is still shown here.
  const wasDiscarded = (field: string): boolean => sameAnswer(now[field], seen[field])
  const fields = Object.keys({ ...seen, ...given.answers }).map((field) => [field, wasDiscarded(field) ? seen[field] : given.answers[field]] as const)
  const from = Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as Answers
  return { ...mine, base, seen: now, answers: rebase({ seen: from, answers: mine.answers }, now) }
}

/** Whose version of the record and of the form the merged draft is compared with. */
function basisOf(stored: Draft, before: Draft | null, mine: Draft): Draft {
  if (before !== null && mine.form !== before.form) return mine
  const [older, newer] = mine.base > stored.base ? [stored, mine] : [mine, stored]
  // As when a draft is opened again: if both touched a field, the old version stays, and the server shows both values (S15).
  return older.base < newer.base && overlaps(older, newer) ? older : newer
}

function overlaps({ seen = {}, answers }: Draft, newer: Draft): boolean {
  const [touched, changed] = [patchBetween(seen, answers), patchBetween(seen, newer.seen ?? {})]
  return Object.keys(touched).some((field) => field in changed)
}

/** The answers of a draft as they are on the version of the record that a newer draft has seen. */
function carriedOver({ base, seen, answers }: Draft, newer: Draft): Answers {
  return seen && newer.seen && base < newer.base ? rebase({ seen, answers }, newer.seen) : answers
}

/** The later of two save times, and later than that of the stored draft: the server keeps the later of two copies (decision 0034). */
function after(stored: Draft, other: Draft): string {
  return new Date(Math.max(Date.parse(other.savedAt), Date.parse(stored.savedAt) + 1)).toISOString()
}

const isEqual = (one: Answers = {}, other: Answers = {}): boolean => one === other || Object.keys(patchBetween(one, other)).length === 0
