import { isHousehold, isPerson, type Card } from '../../../domain/records/cards/card'
import { compareNames } from '../../../domain/identity/compareNames'
import { groupBy } from '../../../domain/groupBy'
import { foldName } from '../../../domain/identity/nameKey'

/** A household with its people in the order of the household sheet: the head first, then by name. */
export interface Household {
  readonly card: Card
  readonly people: readonly Card[]
  /** Forms of its people, by person id. */
  readonly forms: ReadonlyMap<string, readonly Card[]>
  /** Search text of the household and its people: folded names, codes, personal numbers, phones. */
  readonly key: string
}

/** Every household on this device, ordered by code. People whose household is not on this device are left out. */
export function householdsOf(cards: readonly Card[]): readonly Household[] {
  const people = groupBy(cards.filter(isPerson), (card) => card.household)
  const forms = groupBy(cards.filter((card) => card.kind === 'labour' || card.kind === 'asxh'), (card) => card.person)
  return cards
    .filter(isHousehold)
    .map((card): Household => {
      const members = [...(people.get(card.id) ?? [])].sort(headFirst)
      return {
        card,
        people: members,
        forms: new Map(members.map((person) => [person.id, forms.get(person.id) ?? []])),
        key: [card, ...members].map(searchWords).join(' '),
      }
    })
    .sort((a, b) => ((a.card.code ?? '') < (b.card.code ?? '') ? -1 : 1))
}

/** Households in which every search word occurs in a name, the code, a personal number or a phone; `hamlet` `''` = all hamlets. */
export function findHouseholds(households: readonly Household[], search: string, hamlet: string): readonly Household[] {
  const words = foldName(search).split(' ').filter(Boolean)
  return households.filter((household) => (hamlet === '' || household.card.hamlet === hamlet) && words.every((word) => household.key.includes(word)))
}

const searchWords = (card: Card): string => `${foldName(card.name)} ${(card.code ?? '').toLowerCase()} ${card.number ?? ''} ${card.phone ?? ''}`

function headFirst(a: Card, b: Card): number {
  return Number(b.relation === '1') - Number(a.relation === '1') || compareNames(a.name, b.name)
}
