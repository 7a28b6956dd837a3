import type { Answers } from './answers'

/*
 * Questions of a form about somebody other than the person it is about: a guardian, whose account the money goes to, who may draw it, who
 * answers. As a rule they live in the same household, and the register knows them.
 */

interface Others {
  readonly number?: string
  readonly phone?: string
  /** The question for the name of somebody who is the same person where it is asked. */
  readonly same?: string
  /** It may be the person the form is about. */
  readonly orSelf?: true
}

/** By the question for their name, the questions for their number and phone. */
const others: Readonly<Record<string, Others>> = {
  guardianFullName: { number: 'guardianPersonalId', phone: 'guardianPhone' },
  // An account of an authorised person is theirs.
  accountOwnerName: { number: 'accountOwnerId', same: 'authorisedFullName', orSelf: true },
  authorisedFullName: { number: 'authorisedPersonalId', phone: 'authorisedPhone' },
  informantName: {},
}

/** The question asks for the name of another person. */
export const isOtherPerson = (field: string): boolean => Object.hasOwn(others, field)

export const mayBeSelf = (field: string): boolean => others[field]?.orSelf ?? false

export interface KnownPerson {
  readonly name: string
  readonly number?: string
  readonly phone?: string
}

/**
 * What the register answers about another person, once somebody has said who it is; how they are related is still asked.
 *
 * @param isOpen whether a question is asked and has no answer: what says the same person again is answered only where all of it is open
 */
export function answersAbout(field: string, person: KnownPerson, isOpen: (field: string) => boolean): Answers {
  const { number, phone, same } = others[field] ?? {}
  const again = same ? answersAbout(same, person, isOpen) : {}
  return {
    [field]: person.name, ...(number && person.number && { [number]: person.number }), ...(phone && person.phone && { [phone]: person.phone }),
    ...(Object.keys(again).every(isOpen) && again),
  }
}
