import type { Answers } from './answers'

/*
 * Questions of a form about somebody other than the person it is about: a guardian, who may draw the money, who answers. As a rule
 * they live in the same household, and the register knows them.
 */

interface Others {
  readonly number?: string
  readonly phone?: string
}

/** By the question for their name, the questions for their number and phone. */
const others: Readonly<Record<string, Others>> = {
  guardianFullName: { number: 'guardianPersonalId', phone: 'guardianPhone' },
  authorisedFullName: { number: 'authorisedPersonalId', phone: 'authorisedPhone' },
  informantName: {},
}

/** The question asks for the name of another person. */
export const isOtherPerson = (field: string): boolean => Object.hasOwn(others, field)

export interface KnownPerson {
  readonly name: string
  readonly number?: string
  readonly phone?: string
}

/** What the register answers about another person, once somebody has said who it is; how they are related is still asked. */
export function answersAbout(field: string, { name, number, phone }: KnownPerson): Answers {
  const asked = others[field] ?? {}
  return { [field]: name, ...(asked.number && number && { [asked.number]: number }), ...(asked.phone && phone && { [asked.phone]: phone }) }
}
