import type { Answers } from '../answers'
import { kinOf } from './kin'

/*
 * Questions of a form about somebody other than the person it is about: a guardian, whose account the money goes to, who may draw it, who
 * answers. As a rule they live in the same household, and the register knows them.
 */

interface Others {
  readonly number?: string
  readonly phone?: string
  /** What they are to the person the form is about. */
  readonly relation?: string
  /** The question for the name of somebody who is the same person where it is asked. */
  readonly same?: string
  /** It may be the person the form is about. */
  readonly orSelf?: true
}

/** By the question for their name, the questions for the rest. */
const others: Readonly<Record<string, Others>> = {
  guardianFullName: { number: 'guardianPersonalId', phone: 'guardianPhone', relation: 'guardianRelation' },
  // An account of an authorised person is theirs.
  accountOwnerName: { number: 'accountOwnerId', same: 'authorisedFullName', orSelf: true },
  authorisedFullName: { number: 'authorisedPersonalId', phone: 'authorisedPhone', relation: 'authorisedRelation' },
  informantName: {},
}

/** The question asks for the name of another person. */
export const isOtherPerson = (field: string): boolean => Object.hasOwn(others, field)

/** The question asks what another person is to the one the form is about: what the register says of it is for that one to confirm. */
export const isKinship = (field: string): boolean => Object.values(others).some(({ relation }) => relation === field)

export const mayBeSelf = (field: string): boolean => others[field]?.orSelf ?? false

export interface KnownPerson {
  readonly name: string
  readonly number?: string
  readonly phone?: string
  /** To the head of the household. */
  readonly relation?: string
}

/** Where somebody is being chosen. */
export interface Choosing {
  readonly answers: Answers
  readonly isAsked: (field: string) => boolean
  /** Of the household: one of them may have been chosen before. */
  readonly members: readonly KnownPerson[]
  /** Whom the form is about, as one of the household. */
  readonly self?: KnownPerson | undefined
}

/**
 * What the register answers about another person, once somebody has said who it is. What it told of a member chosen before goes with that
 * member: the name of one beside the number of another is nobody. How they are related is told only where it is certain and nobody else
 * answered it. What says the same person again is answered only where all of it is asked and nobody else gave it.
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

/** What the register says by the questions about somebody; `undefined` = it does not know. */
function toldOf(field: string, { name, number, phone, relation }: KnownPerson, self: KnownPerson | undefined): Answers {
  const about = others[field] ?? {}
  return {
    [field]: name, ...(about.number && { [about.number]: number }), ...(about.phone && { [about.phone]: phone }),
    ...(about.relation && { [about.relation]: kinOf(relation, self?.relation) }),
  }
}
