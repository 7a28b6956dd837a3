import { ageAt } from '../../domain/identity/ageAt'
import type { Card } from '../../domain/records/card'
import type { SameShape, TextsOf } from '../text/defineTexts'
import type { collectTexts } from '../text/collect'

type CollectWords = typeof collectTexts extends TextsOf<infer T> ? SameShape<T> : never

/** "Chủ hộ · Nữ · 58 tuổi": who somebody is in the household. */
export function memberWords(person: Card, today: string, t: CollectWords): string {
  const isKnown = person.born !== undefined && /^\d{4}/.test(person.born) && person.born <= today
  return [
    t.relation[person.relation as keyof CollectWords['relation']],
    t.sex[person.sex as keyof CollectWords['sex']],
    isKnown && person.born ? t.age(ageAt(person.born, today)) : undefined,
  ].filter(Boolean).join(' · ')
}
