import type { PlainDate } from '../time'
import type { Card } from './card'
import type { MoveOperation } from './operation'
import { formSlot } from './survey'

/** Where a record is to hang, and what becomes of the request about it; `operation.ts` says what each is. */
export type Move = Pick<MoveOperation, 'record' | 'hamlet' | 'household' | 'person' | 'same' | 'reply'>

/** What was asked about the record is done, and no word is needed. */
const DONE = { reply: null } as const satisfies Partial<Move>

/*
 * What a decision of the supervisor moves: every record by an operation of its own, those that others hang on first. Each list is
 * made of the cards of this device, which at the desk are all of the commune.
 */

/** The person goes to live in another household, forms and all; a household of another hamlet takes them there. */
export function movesOfPerson(cards: readonly Card[], person: Card, household: Card): readonly Move[] {
  const [first, ...forms] = placesOfPerson(cards, person, household)
  return [{ ...first!, ...DONE }, ...forms]
}

function placesOfPerson(cards: readonly Card[], person: Card, household: Pick<Card, 'id' | 'hamlet'>): readonly Move[] {
  const place = { hamlet: household.hamlet, household: household.id }
  return [{ record: person.id, ...place, person: null }, ...formsOf(cards, person).map((form) => ({ record: form.id, ...place, person: person.id }))]
}

/** The household goes to another hamlet with everybody in it; what was asked about them stands. */
export function movesOfHousehold(cards: readonly Card[], household: Card, hamlet: string): readonly Move[] {
  return [{ record: household.id, hamlet, household: null, person: null, ...DONE }, ...membersOf(cards, household).flatMap((person) => placesOfPerson(cards, person, { ...household, hamlet }))]
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
  return [
    { ...asItHangs(person), same: into.id, ...DONE },
    ...given.map((form) => ({ record: form.id, hamlet: into.hamlet, household: into.household, person: into.id })),
    // Where it is already: the server then looks again whether anybody else has its number.
    asItHangs(into),
  ]
}

/** Two records are of one household: its people go to the other, and it is set aside. */
export function mergesOfHousehold(cards: readonly Card[], household: Card, into: Card): readonly Move[] {
  return [...membersOf(cards, household).flatMap((person) => placesOfPerson(cards, person, into)), { ...asItHangs(household), same: into.id, ...DONE }]
}

/** Nothing moves: the one who asked is told why. */
export function declined(card: Card, reply: string): Move {
  return { ...asItHangs(card), reply }
}

/** A decision taken back: each record to where these cards say it hung, what others hang on first. The request about it stays ended. */
export function takenBack(before: readonly Card[], moves: readonly Move[]): readonly Move[] {
  const moved = moves.flatMap(({ record, same }) => before.filter(({ id }) => id === record).map((card) => ({ card, same })))
  return moved.sort((a, b) => rank(a.card) - rank(b.card)).map(({ card, same }) => ({ ...asItHangs(card), ...(same !== undefined && { same: card.sameAs ?? null }) }))
}

/** What was set aside as one with another is a record of its own again. */
export function takenApart(card: Card): Move {
  return { ...asItHangs(card), same: null }
}

const rank = ({ kind }: Card): number => ['household', 'person', 'labour', 'asxh'].indexOf(kind)
const asItHangs = ({ id, hamlet, household, person }: Card): Move => ({ record: id, hamlet, household, person })
const membersOf = (cards: readonly Card[], household: Card): readonly Card[] => cards.filter((card) => card.kind === 'person' && card.household === household.id && card.version > 0)
const formsOf = (cards: readonly Card[], person: Card): readonly Card[] => cards.filter((card) => card.person === person.id && card.version > 0)
