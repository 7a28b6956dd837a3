import type { CardText } from '../identity/cardText'
import { sameAnswer, type Answers, type AnswerValue } from './answers'
import type { FormDefinition } from './form'
import { tidyAnswer } from './tidy'

/** Fields that an identity card can fill, in the order they are shown. */
const cardFields = ['personalId', 'fullName', 'born', 'sex', 'oldId9', 'cardHeld', 'idIssuedOn', 'permanentAddressRaw'] as const
export type CardField = (typeof cardFields)[number]

export interface CardDifference {
  readonly field: CardField
  /** As it stands in the form; `undefined` = nothing. */
  readonly recorded: AnswerValue | undefined
  readonly card: AnswerValue
}

export interface CardComparison {
  /** Fields that say the same already. */
  readonly same: readonly CardField[]
  readonly differing: readonly CardDifference[]
}

/**
 * A card against the answers of a form: only fields the form has and the card tells. A card proves nothing (its code is not
 * signed), so nothing is replaced here: a person chooses. Names that differ in letter case alone are the same; all else must be
 * equal as it is kept, how precisely a date is known included.
 */
export function compareCard(card: CardText, form: FormDefinition, answers: Answers): CardComparison {
  const told = tellings(card, form)
  const isSame = ([id, value]: Telling): boolean => sameAnswer(kept(form, id, answers[id]), kept(form, id, value))
  return {
    same: told.filter(isSame).map(([id]) => id),
    differing: told.filter((each) => !isSame(each)).map(([field, value]) => ({ field, recorded: answers[field], card: value })),
  }
}

/** Answers of a new form, as the card tells them. */
export function answersOfCard(card: CardText, form: FormDefinition): Answers {
  return Object.fromEntries(tellings(card, form))
}

type Telling = readonly [CardField, AnswerValue]

/** What the card tells of what the form asks: with what is printed on it, that it is held. */
function tellings({ number, fullName, born, sex, oldNumber, addressRaw, issuedOn }: CardText, form: FormDefinition): readonly Telling[] {
  const values: Readonly<Record<CardField, AnswerValue | undefined>> = {
    personalId: number, fullName, born, sex, oldId9: oldNumber, cardHeld: true, idIssuedOn: issuedOn, permanentAddressRaw: addressRaw,
  }
  return cardFields.flatMap((id) => (values[id] === undefined || !form.fields[id] ? [] : [[id, values[id]] as const]))
}

function kept(form: FormDefinition, id: CardField, value: AnswerValue | undefined): AnswerValue | undefined {
  const field = form.fields[id]
  const tidied = field && tidyAnswer(field, value)
  return id === 'fullName' && typeof tidied === 'string' ? tidied.toLowerCase() : tidied
}
