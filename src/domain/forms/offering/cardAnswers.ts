import type { CardText } from '../../identity/cardText'
import type { Answers, AnswerValue } from '../answers'
import { compareOffered, type Comparison, type Offer } from './compareOffered'
import type { FormDefinition } from '../form'

/** Fields that an identity card can fill, in the order they are shown. */
const cardFields = ['personalId', 'fullName', 'born', 'sex', 'oldId9', 'cardHeld', 'idIssuedOn', 'permanentAddressRaw'] as const
export type CardField = (typeof cardFields)[number]

/**
 * A card against the answers of a form: only fields the form has and the card tells. A card proves nothing (its code is not
 * signed): a person chooses.
 */
export function compareCard(card: CardText, form: FormDefinition, answers: Answers): Comparison<CardField> {
  return compareOffered(form, tellings(card, form), answers)
}

/** Answers of a new form, as the card tells them. */
export function answersOfCard(card: CardText, form: FormDefinition): Answers {
  return Object.fromEntries(tellings(card, form))
}

/** What the card tells of what the form asks: with what is printed on it, that it is held. */
function tellings({ number, fullName, born, sex, oldNumber, addressRaw, issuedOn }: CardText, form: FormDefinition): readonly Offer<CardField>[] {
  const values: Readonly<Record<CardField, AnswerValue | undefined>> = {
    personalId: number, fullName, born, sex, oldId9: oldNumber, cardHeld: true, idIssuedOn: issuedOn, permanentAddressRaw: addressRaw,
  }
  return cardFields.flatMap((id) => (values[id] === undefined || !form.fields[id] ? [] : [[id, values[id]] as const]))
}
