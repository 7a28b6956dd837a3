import type { AnswersOf } from '../../../domain/forms/answersOf'
import type { person1 } from '../../../domain/forms/definitions/person/person1'
import type { DemoPerson } from '../population'
import type { Random } from '../random'

/** The answers about a person's number: the number, or why there is none yet. */
export function numberAnswers({ number }: DemoPerson): Pick<AnswersOf<typeof person1>, 'personalId' | 'idMissingReason'> {
  return typeof number === 'string'
    ? { personalId: number }
    : { personalId: { missing: 'noneYet' }, idMissingReason: number.missing }
}

/** A resident's answers as in the first import of a commune. */
export function personAnswers(random: Random, person: DemoPerson, commune: string): AnswersOf<typeof person1> {
  const { age, cardHeld } = person
  return {
    fullName: person.name,
    born: person.born,
    sex: person.sex,
    relationToHead: person.relation,
    ethnicityCode: person.people,
    ...numberAnswers(person),
    ...(person.oldNumber !== null && { oldId9: person.oldNumber }),
    cardHeld,
    ...(!cardHeld && { noCardReason: age < 14 ? '1' : age > 78 ? '5' : random.pick(['2', '3', '4']) }),
    ...(age >= 14 && { vneidLevel: cardHeld ? random.weighted({ 0: age > 65 ? 60 : 15, 1: 15, 2: age > 65 ? 25 : 70 }) : '0' }),
    ...(person.phone !== null && { phone: person.phone, phoneInOwnName: random.chance(0.85) }),
    residenceState: '1',
    permanentAddressCode: commune,
    permanentAddressDetail: `Thôn ${person.household.hamlet.plan.name}`,
  }
}
