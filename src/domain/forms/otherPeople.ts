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

/** Where somebody is being chosen. */
export interface Choosing {
  readonly answers: Answers
  readonly isAsked: (field: string) => boolean
  /** Of the household: one of them may have been chosen before. */
  readonly members: readonly KnownPerson[]
}

/**
 * What the register answers about another person, once somebody has said who it is; how they are related is still asked. What it told of
 * a member chosen before goes with that member: the name of one beside the number of another is nobody. What says the same person again is
 * answered only where all of it is asked and nobody else gave it.
 */
export function answersAbout(field: string, person: KnownPerson, { answers, isAsked, members }: Choosing): Answers {
  const { number, same } = others[field] ?? {}
  const isMeant = (member: KnownPerson): boolean => member.name === answers[field] || (number !== undefined && member.number !== undefined && member.number === answers[number])
  const before = members.filter((member) => member !== person && isMeant(member))
  const isFree = (of: string, question: string): boolean => answers[question] === undefined || before.some((member) => toldOf(of, member)[question] === answers[question])
  const told = (of: string): Answers => Object.fromEntries(Object.entries(toldOf(of, person)).filter(([question, value]) => value !== undefined || (answers[question] !== undefined && isFree(of, question))))
  const isAgain = same !== undefined && Object.keys(toldOf(same, person)).every((question) => isAsked(question) && isFree(same, question))
  return { ...told(field), ...(isAgain && told(same)) }
}

/** What the register says by the questions about somebody; `undefined` = it does not know. */
function toldOf(field: string, { name, number, phone }: KnownPerson): Answers {
  const about = others[field] ?? {}
  return { [field]: name, ...(about.number && { [about.number]: number }), ...(about.phone && { [about.phone]: phone }) }
}
