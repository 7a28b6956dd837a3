import type { Body } from './body'
import { ColumnsBroken } from './columnsBroken'
import { FrequencyModel } from './coding/frequencyModel'
import { numberColumn } from './numberColumn'
import { planNumbers, type NumberPlan } from './numberPlan'
import { objectColumn } from './objectColumn'
import type { Place } from './place'
import { textColumn } from './textColumn'
import { WholeNumber } from './coding/wholeNumber'

/** `digits` are numbers that only their text represents exactly. */
const tags = ['null', 'false', 'true', 'number', 'text', 'list', 'object', 'digits'] as const
type Tag = (typeof tags)[number]
const MAX_DEPTH = 24

/**
 * A column of any JSON values: first the kind of each, then the values of each kind in a column of their own.
 * @throws ColumnsBroken (reader) if it nests deeper or unfolds to more than any honest body
 */
export function column(body: Body, place: Place, count: number, values: readonly unknown[], depth = 0): readonly unknown[] {
  if (depth > MAX_DEPTH) throw new ColumnsBroken('nests too deep')
  body.spendValues(count)
  const numbers = values.filter((value) => typeof value === 'number')
  const plan = planNumbers(numbers)
  const kinds = codeTags(body, place, count, values.map((value) => tagOf(value, plan)))
  if (typeof kinds === 'string') return ofKind(body, place, kinds, count, values, plan, depth)
  const parts = new Map<Tag, Iterator<unknown>>()
  for (const tag of tags) {
    const places = kinds.flatMap((kind, at) => (kind === tag ? [at] : []))
    if (places.length > 0) parts.set(tag, ofKind(body, place, tag, places.length, body.coder.isReader ? [] : places.map((at) => values[at]), plan, depth)[Symbol.iterator]())
  }
  return kinds.map((tag) => parts.get(tag)?.next().value)
}

/** Codes whether the kinds are mixed. Most columns have one kind only: then that kind is coded once, otherwise the kind of each value. */
function codeTags({ coder }: Body, place: Place, count: number, own: readonly number[]): Tag | readonly Tag[] {
  const mixed = place.keep('mixed', () => new FrequencyModel(2))
  const model = place.keep('tags', () => new FrequencyModel(tags.length))
  const isMixed = coder.symbol(mixed, own.some((tag) => tag !== own[0]) ? 1 : 0) === 1
  if (!isMixed) return nameOf(coder.symbol(model, own[0] ?? 0))
  const read: Tag[] = []
  for (let at = 0; at < count; at += 1) read.push(nameOf(coder.symbol(model, own[at] ?? 0)))
  return read
}

const repeated = <T>(count: number, value: T): readonly T[] => Array.from({ length: count }, () => value)

const nameOf = (tag: number): Tag => tags[tag] ?? 'null'

function tagOf(value: unknown, plan: NumberPlan | null): number {
  const name: Tag =
    value === null || value === undefined ? 'null'
    : typeof value === 'boolean' ? (value ? 'true' : 'false')
    : typeof value === 'number' ? (plan ? 'number' : 'digits')
    : typeof value === 'string' ? 'text'
    : Array.isArray(value) ? 'list'
    : 'object'
  return tags.indexOf(name)
}

function ofKind(body: Body, place: Place, tag: Tag, count: number, values: readonly unknown[], plan: NumberPlan | null, depth: number): readonly unknown[] {
  switch (tag) {
    case 'null': return repeated(count, null)
    case 'false': return repeated(count, false)
    case 'true': return repeated(count, true)
    case 'number': return numberColumn(body.coder, place, count, values as readonly number[], plan)
    case 'digits': return textColumn(body, place.inside('digits'), count, values.map((value) => JSON.stringify(value))).map(numberOf)
    case 'text': return textColumn(body, place, count, values as readonly string[])
    case 'list': return listColumn(body, place, count, values as readonly (readonly unknown[])[], depth)
    case 'object': return objectColumn(body, place, count, values as readonly object[], (key, each, of) => column(body, place.inside(`.${key}`), each, of, depth + 1))
  }
}

function numberOf(text: string): number {
  const value = Number(text)
  if (!Number.isFinite(value)) throw new ColumnsBroken('a number that is none')
  return value
}

function listColumn(body: Body, place: Place, count: number, lists: readonly (readonly unknown[])[], depth: number): readonly unknown[] {
  const sizes = place.keep('sizes', () => new WholeNumber())
  const lengths: number[] = []
  for (let at = 0; at < count; at += 1) lengths.push(sizes.code(body.coder, lists[at]?.length ?? 0))
  const total = lengths.reduce((sum, length) => sum + length, 0)
  if (total === 0) return lengths.map(() => [])
  const items = column(body, place.inside('[]'), total, lists.flat(1), depth + 1)
  let start = 0
  return lengths.map((length) => items.slice(start, (start += length)))
}
