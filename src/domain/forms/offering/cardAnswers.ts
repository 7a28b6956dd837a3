import type { CardText } from '../../identity/cardText'
import { foldName } from '../../identity/nameKey'
import type { Answers, AnswerValue } from '../answers'
import { compareOffered, type Comparison, type Offer } from './compareOffered'
import type { FormDefinition } from '../form'

/** Fields that an identity card can fill in, in the order in which they are shown. */
const cardFields = ['personalId', 'fullName', 'born', 'sex', 'oldId9', 'cardHeld', 'idIssuedOn', 'permanentAddressRaw'] as const
export type CardField = (typeof cardFields)[number]

/**
 * Compares an identity card with the answers of a form: only fields that both have. The card proves nothing, as its code is not
 * signed, so a person chooses.
 */
export function compareCard(card: CardText, form: FormDefinition, answers: Answers): Comparison<CardField> {
  return compareOffered(form, tellings(card, form), answers)
}

/**
 * Whether the card is probably not that of the person the answers are about: another number than recorded, or none recorded, and another name. Names of
 * minorities are written with and without spaces, so spaces do not count.
 */
export function isAnothersCard({ number, fullName }: CardText, { personalId, fullName: recorded }: Answers): boolean {
  const known = typeof personalId === 'string' ? personalId.replace(/\D/g, '') : ''
  const nameOf = (name: string): string => foldName(name).replaceAll(' ', '')
  if (known === number || (known === '' && typeof recorded !== 'string')) return false
  return typeof recorded !== 'string' || nameOf(recorded) !== nameOf(fullName)
}

/** Answers of a new form, taken from the card. */
export function answersOfCard(card: CardText, form: FormDefinition): Answers {
  return Object.fromEntries(tellings(card, form))
}

/** The card's answers to fields of the form. `cardHeld` is among them, because the person evidently has the card. */
function tellings({ number, fullName, born, sex, oldNumber, addressRaw, issuedOn }: CardText, form: FormDefinition): readonly Offer<CardField>[] {
  const values: Readonly<Record<CardField, AnswerValue | undefined>> = {
    personalId: number, fullName, born, sex, oldId9: oldNumber, cardHeld: true, idIssuedOn: issuedOn, permanentAddressRaw: addressRaw,
  }
  return cardFields.flatMap((id) => (values[id] === undefined || !form.fields[id] ? [] : [[id, values[id]] as const]))
}
