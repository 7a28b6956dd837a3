import type { Card } from '../../../domain/records/cards/card'
import { ageWords } from '../../text/ageWords'
import type { WordsOf } from '../../text/areas'

type CollectWords = WordsOf<'collect'>

/** "Chủ hộ · Nữ · 58 tuổi": a person's relation to the head, sex and age. */
export function memberWords(person: Card, today: string, t: CollectWords): string {
  return [
    t.relation[person.relation as keyof CollectWords['relation']],
    t.sex[person.sex as keyof CollectWords['sex']],
    ageWords(person.born, today, t),
  ].filter(Boolean).join(' · ')
}
