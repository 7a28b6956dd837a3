import type { Answers, AnswerValue } from '../../../src/domain/forms/answers'
import { codeList } from '../../../src/domain/codes/codeList'
import type { Field, FormDefinition } from '../../../src/domain/forms/form'

/** A reproducible source of chance (mulberry32): the seed is the test's name. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Chance = () => number
const pick = <T>(items: readonly T[], random: Chance): T => items[Math.floor(random() * items.length)] as T

/** An answer to every field, each right by itself; what is not asked is for `prune` to take out. */
export function fullAnswers(form: FormDefinition, random: Chance): Answers {
  return Object.fromEntries(Object.entries(form.fields).map(([id, field]) => [id, rightValue(field, random)]))
}

/** Anything at all, right or wrong, for some fields and for some that do not exist. */
export function wildAnswers(form: FormDefinition, random: Chance): Answers {
  const wrong: readonly AnswerValue[] = ['', '  x ', 'Hòa'.normalize('NFD'), -1, 0, 1.5, true, [], ['1', '1'], [{ code: 'BT06', zz: 1 }], [{}], { missing: 'refused' }, '1960-02-31']
  const some = Object.entries(form.fields).filter(() => random() < 0.7)
  const known = some.map(([id, field]) => [id, random() < 0.6 ? rightValue(field, random) : pick(wrong, random)] as const)
  return Object.fromEntries([...known, ['constructor', pick(wrong, random)], ['x_income', pick(wrong, random)]])
}

function rightValue(field: Field, random: Chance): AnswerValue {
  if (field.mayMiss && random() < 0.2) return { missing: pick(field.mayMiss, random) }
  switch (field.kind) {
    case 'yesNo': return random() < 0.5
    case 'integer':
    case 'money': return (field.min ?? 0) + Math.floor(random() * ((field.max ?? 1_000_000) - (field.min ?? 0) + 1))
    case 'multi': return (field.options ?? []).filter(() => random() < 0.4).map((option) => option.code)
    case 'rows': return [0, 1].map(() => Object.fromEntries(Object.entries(field.columns ?? {}).map(([id, column]) => [id, rightValue(column, random)]))) as AnswerValue
    default: return rightText(field, random)
  }
}

function rightText(field: Field, random: Chance): string {
  switch (field.kind) {
    case 'choice': return pick(field.options ?? [], random).code
    case 'code': return field.codeList ? pick(codeList(field.codeList), random).code : ''
    case 'date': return pick(['1950-01-31', '1999-12-01', '2012-02-29', '2026-11-20'], random)
    case 'commune': return '22810'
    case 'personalId': return pick(['058194000123', '001090123456', '999999999999'], random)
    case 'digits': return '123456789012'.slice(0, pick(field.lengths ?? [0], random))
    case 'phone': return '0356112233'
    case 'photo': return 'x'.repeat(43)
    case 'place': return pick(['geo:11.76543,108.7;u=12', 'geo:23.4,105.3;u=0'], random)
    case 'email': return 'mai@example.vn'
    default: return field.compact ? '4809205123456' : pick(['Ka Tơr Thị Mai', 'K\'Brơi', 'thôn Suối Le'], random)
  }
}
