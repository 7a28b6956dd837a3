import type { PlainDate } from '../time'
import type { Card } from './cards/card'
import type { MoveOperation } from './operation'
import { formSlot } from './survey'

/** Where a record is to hang, and what becomes of the request about it; see `MoveOperation`. `base` is the version of the card the supervisor saw. */
export type Move = Pick<MoveOperation, 'record' | 'base' | 'hamlet' | 'household' | 'person' | 'same' | 'reply'>

/** Ends the request about the record without a reply. */
const DONE = { reply: null } as const satisfies Partial<Move>

/*
 * The move operations that a supervisor's decision needs: as few as possible. Whatever hangs on a moved record goes along with it, even
 * if this device has never seen it. So nothing is left behind, and a refused move changes nothing.
 */

/** The person moves to another household, and with it to the hamlet of that household. */
export function movesOfPerson(person: Card, household: Card): readonly Move[] {
  return [{ record: person.id, base: person.version, hamlet: household.hamlet, household: household.id, person: null, ...DONE }]
}

/** The household moves to another hamlet. */
export function movesOfHousehold(household: Card, hamlet: string): readonly Move[] {
  return [{ record: household.id, base: household.version, hamlet, household: null, person: null, ...DONE }]
}

/**
 * Two records are of one person. `person` is set aside, and gives `into` the forms that `into` lacks (`formSlot`).
 *
 * @param surveys first days of the commune's labour surveys, ascending
 */
export function mergesOfPerson(cards: readonly Card[], { person, into }: { readonly person: Card; readonly into: Card }, surveys: readonly PlainDate[]): readonly Move[] {
  const slotOf = ({ kind, checkedOn }: Card): string => formSlot({ kind, day: checkedOn }, surveys)
  const known = new Set(formsOf(cards, into).map(slotOf))
  const given = formsOf(cards, person).filter((form) => !known.has(slotOf(form)))
  // Each form is hung on its old person again; as that person is set aside by then, it goes to `into`. If this is refused, it stays where it was.
  return [{ ...asItHangs(person), same: into.id, ...DONE }, ...given.map(asItHangs)]
}

/** Two records are of one household. `household` is set aside, and its people go to `into`. */
export function mergesOfHousehold(household: Card, into: Card): readonly Move[] {
  return [{ ...asItHangs(household), same: into.id, ...DONE }]
}

/** Nothing moves. The author of the request is told why. */
export function declined(card: Card, reply: string): Move {
  return { ...asItHangs(card), reply }
}

/**
 * Takes a decision back: each record returns to the place these cards show, and the people of a household that was set aside return to
 * it. The request about the record stays ended.
 */
export function takenBack(before: readonly Card[], moves: readonly Move[]): readonly Move[] {
  return moves.flatMap(({ record, same }) => before.filter(({ id }) => id === record).flatMap((card) => [
    { ...asItHangs(card), ...(same !== undefined && { same: card.sameAs ?? null }) },
    ...(same && card.kind === 'household' ? membersOf(before, card).map(asItHangs) : []),
  ]))
}

/** A record that was set aside as the same as another becomes a record of its own again. */
export function takenApart(card: Card): Move {
  return { ...asItHangs(card), same: null }
}

const asItHangs = ({ id, version, hamlet, household, person }: Card): Move => ({ record: id, base: version, hamlet, household, person })
const membersOf = (cards: readonly Card[], household: Card): readonly Card[] => cards.filter((card) => card.kind === 'person' && card.household === household.id && card.version > 0)
const formsOf = (cards: readonly Card[], person: Card): readonly Card[] => cards.filter((card) => card.person === person.id && card.version > 0)
