import type { Answers } from '../answers'
import { kinOf } from './kin'

/*
 * Questions of a form about somebody other than the person it is about: a guardian, the account's owner, the person authorised to draw
 * the money, the informant. Usually they live in the same household, so the register knows them.
 */

interface Others {
  readonly number?: string
  readonly phone?: string
  /** Question for their relation to the person the form is about. */
  readonly relation?: string
  /** Name question about somebody who is the same person, wherever that question is asked. */
  readonly same?: string
  /** The person the form is about may be chosen, too. */
  readonly orSelf?: true
}

/** The further questions about each person, by the question for their name. */
const others: Readonly<Record<string, Others>> = {
  guardianFullName: { number: 'guardianPersonalId', phone: 'guardianPhone', relation: 'guardianRelation' },
  // If the account belongs to an authorised person, its owner is that person.
  accountOwnerName: { number: 'accountOwnerId', same: 'authorisedFullName', orSelf: true },
  authorisedFullName: { number: 'authorisedPersonalId', phone: 'authorisedPhone', relation: 'authorisedRelation' },
  informantName: {},
}

/** Whether the question asks for the name of another person. */
export const isOtherPerson = (field: string): boolean => Object.hasOwn(others, field)

/** Whether the question asks for another person's relation to the one the form is about. The person asked must confirm the register's answer. */
export const isKinship = (field: string): boolean => Object.values(others).some(({ relation }) => relation === field)

export const mayBeSelf = (field: string): boolean => others[field]?.orSelf ?? false

export interface KnownPerson {
  readonly name: string
  readonly number?: string
  readonly phone?: string
  /** Relation to the head of the household. */
  readonly relation?: string
}

/** The form in which somebody is being chosen. */
export interface Choosing {
  readonly answers: Answers
  readonly isAsked: (field: string) => boolean
  /** People of the household. One of them may have been chosen before. */
  readonly members: readonly KnownPerson[]
  /** The person the form is about, as a member of the household. */
  readonly self?: KnownPerson | undefined
}

/**
 * The register's answers about another person, once somebody has chosen who it is.
 *
 * - Answers that came from a member chosen before are replaced or cleared: one person's name must not stand beside another's number.
 * - The relation is answered only if it is certain, and nobody answered it themselves.
 * - The questions about the same person elsewhere (`same`) are answered only if all are asked and nobody answered them themselves.
 */
export function answersAbout(field: string, person: KnownPerson, { answers, isAsked, members, self }: Choosing): Answers {
  const { number, same } = others[field] ?? {}
  const isMeant = (member: KnownPerson): boolean => member.name === answers[field] || (number !== undefined && member.number !== undefined && member.number === answers[number])
  const before = members.filter((member) => member !== person && isMeant(member))
  const isFree = (of: string, question: string): boolean => answers[question] === undefined || before.some((member) => toldOf(of, member, self)[question] === answers[question])
  const told = (of: string): Answers => Object.fromEntries(Object.entries(toldOf(of, person, self)).filter(([question, value]) =>
    isFree(of, question) ? value !== undefined || answers[question] !== undefined : value !== undefined && !isKinship(question)))
  const isAgain = same !== undefined && Object.keys(toldOf(same, person, self)).every((question) => isAsked(question) && (isFree(same, question) || isKinship(question)))
  return { ...told(field), ...(isAgain && told(same)) }
}

/** The register's answers to the questions about somebody, by question. `undefined` = the register does not know. */
function toldOf(field: string, { name, number, phone, relation }: KnownPerson, self: KnownPerson | undefined): Answers {
  const about = others[field] ?? {}
  return {
    [field]: name, ...(about.number && { [about.number]: number }), ...(about.phone && { [about.phone]: phone }),
    ...(about.relation && { [about.relation]: kinOf(relation, self?.relation) }),
  }
}
