import type { PlainDate } from '../time'
import type { Card } from './cards/card'
import type { MoveOperation } from './operation'
import { formSlot } from './survey'

/** Where a record is to hang, and what becomes of the request about it; `operation.ts` says what each is. `base` is that of the card that was read. */
export type Move = Pick<MoveOperation, 'record' | 'base' | 'hamlet' | 'household' | 'person' | 'same' | 'reply'>

/** What was asked about the record is done, and no word is needed. */
const DONE = { reply: null } as const satisfies Partial<Move>

/*
 * What a decision of the supervisor says: as few operations as it has parts. What hangs on a record goes along with it, also what this
 * device has not seen; so nothing is left behind, and what is refused leaves all where it was.
 */

/** The person goes to live in another household; a household of another hamlet takes them there. */
export function movesOfPerson(person: Card, household: Card): readonly Move[] {
  return [{ record: person.id, base: person.version, hamlet: household.hamlet, household: household.id, person: null, ...DONE }]
}

/** The household goes to another hamlet. */
export function movesOfHousehold(household: Card, hamlet: string): readonly Move[] {
  return [{ record: household.id, base: household.version, hamlet, household: null, person: null, ...DONE }]
}

/**
 * Two records are of one person: this one is set aside, and gives the other the forms it lacks (`formSlot`).
 *
 * @param surveys first days of the commune's labour surveys, ascending
 */
export function mergesOfPerson(cards: readonly Card[], { person, into }: { readonly person: Card; readonly into: Card }, surveys: readonly PlainDate[]): readonly Move[] {
  const slotOf = ({ kind, checkedOn }: Card): string => formSlot({ kind, day: checkedOn }, surveys)
  const known = new Set(formsOf(cards, into).map(slotOf))
  const given = formsOf(cards, person).filter((form) => !known.has(slotOf(form)))
  // A form is hung on its person again, who is the other one by then; were that refused, it would stay.
  return [{ ...asItHangs(person), same: into.id, ...DONE }, ...given.map(asItHangs)]
}

/** Two records are of one household: this one is set aside, and its people are at the other. */
export function mergesOfHousehold(household: Card, into: Card): readonly Move[] {
  return [{ ...asItHangs(household), same: into.id, ...DONE }]
}

/** Nothing moves: the one who asked is told why. */
export function declined(card: Card, reply: string): Move {
  return { ...asItHangs(card), reply }
}

/**
 * A decision taken back: each record to where these cards say it hung, and the people of a household that was set aside to it. The
 * request about it stays ended.
 */
export function takenBack(before: readonly Card[], moves: readonly Move[]): readonly Move[] {
  return moves.flatMap(({ record, same }) => before.filter(({ id }) => id === record).flatMap((card) => [
    { ...asItHangs(card), ...(same !== undefined && { same: card.sameAs ?? null }) },
    ...(same && card.kind === 'household' ? membersOf(before, card).map(asItHangs) : []),
  ]))
}

/** What was set aside as one with another is a record of its own again. */
export function takenApart(card: Card): Move {
  return { ...asItHangs(card), same: null }
}

const asItHangs = ({ id, version, hamlet, household, person }: Card): Move => ({ record: id, base: version, hamlet, household, person })
const membersOf = (cards: readonly Card[], household: Card): readonly Card[] => cards.filter((card) => card.kind === 'person' && card.household === household.id && card.version > 0)
const formsOf = (cards: readonly Card[], person: Card): readonly Card[] => cards.filter((card) => card.person === person.id && card.version > 0)
