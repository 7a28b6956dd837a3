import type { Answers } from '../../../domain/forms/answers'
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
 * The stored draft with the changes a writer made between `before` and `mine`.
 * @param before the state of the draft from which the writer began; `null` = it began from the record (`mine.seen`) or, for a new record, from nothing
 */
export function mergeDraft(stored: Draft, before: Draft | null, mine: Draft): Draft {
  // A draft that follows a newer version of the record or of the form was compared with that one.
  const basis = mine.base > stored.base || (before !== null && mine.form !== before.form) ? mine : stored
  const place = mine.place === before?.place ? stored.place : mine.place
  return {
    ...basis,
    answers: rebase({ seen: before?.answers ?? mine.seen ?? {}, answers: mine.answers }, stored.answers),
    reasons: rebase({ seen: before?.reasons ?? {}, answers: mine.reasons }, stored.reasons) as Draft['reasons'],
    ...((stored.told ?? mine.told) && { told: rebase({ seen: before?.told ?? {}, answers: mine.told ?? {} }, stored.told ?? {}) as NonNullable<Draft['told']> }),
    ...((stored.others ?? mine.others) && { others: [...new Set([...(stored.others ?? []), ...(mine.others ?? [])])] }),
    ...(place !== undefined && { place }),
    savedAt: after(stored, mine),
  }
}

/** A draft that was discarded and comes back over what was typed since: answers given since stay. */
export function broughtBack(stored: Draft, discarded: Draft): Draft {
  return {
    ...stored,
    answers: rebase({ seen: discarded.seen ?? {}, answers: stored.answers }, discarded.answers),
    reasons: { ...discarded.reasons, ...stored.reasons },
    told: { ...discarded.told, ...stored.told },
    savedAt: after(stored, discarded),
  }
}

/** The later of two save times, and later than that of the stored draft: the server keeps the later of two copies (decision 0034). */
function after(stored: Draft, other: Draft): string {
  return new Date(Math.max(Date.parse(other.savedAt), Date.parse(stored.savedAt) + 1)).toISOString()
}

const isEqual = (one: Answers = {}, other: Answers = {}): boolean => one === other || Object.keys(patchBetween(one, other)).length === 0
