import type { Body } from './body'
import { ColumnsBroken } from './columnsBroken'
import type { Place } from './place'
import { contextOf } from './coding/spelling'
import { Vocabulary } from './coding/vocabulary'
import { WholeNumber } from './coding/wholeNumber'

/** A column of objects: first the shape of each (its keys in their order; few differ), then a column of values for each key. */
export function objectColumn(body: Body, place: Place, count: number, objects: readonly object[], columnOf: (key: string, count: number, values: readonly unknown[]) => readonly unknown[]): readonly object[] {
  const shapes = codeShapes(body, place, count, objects)
  const holders = new Map<string, number[]>()
  for (const [at, keys] of shapes.entries()) {
    for (const key of keys) (holders.get(key) ?? holders.set(key, []).get(key)!).push(at)
  }
  const columns = new Map<string, Iterator<unknown>>()
  for (const [key, places] of holders) {
    const values = body.coder.isReader ? [] : places.map((at) => (objects[at] as Record<string, unknown>)[key])
    columns.set(key, columnOf(key, places.length, values)[Symbol.iterator]())
  }
  // `fromEntries` makes only own members, whatever name a hostile key has.
  return shapes.map((keys) => Object.fromEntries(keys.map((key) => [key, columns.get(key)?.next().value])))
}

function codeShapes(body: Body, place: Place, count: number, objects: readonly object[]): readonly (readonly string[])[] {
  const known = place.keep('shapes', () => new Vocabulary<string>())
  const lists = place.keep('keys', () => new Map<string, readonly string[]>())
  const sizes = place.keep('counts', () => new WholeNumber())
  const spell = (own: string): string => {
    const keys = codeKeys(body, lists.get(own) ?? [], sizes)
    const shape = JSON.stringify(keys)
    lists.set(shape, keys)
    return shape
  }
  const shapes: (readonly string[])[] = []
  for (let at = 0; at < count; at += 1) {
    const keys = keysOf(objects[at])
    const own = JSON.stringify(keys)
    if (!lists.has(own)) lists.set(own, keys)
    const shape = lists.get(known.code(body.coder, own, spell)) ?? []
    // Counted before memory is allocated for the values: the second time, a shape costs almost nothing on the wire.
    body.spendValues(1 + shape.length)
    shapes.push(shape)
  }
  return shapes
}

/** The keys as JSON has them: without members whose value is `undefined`. */
const keysOf = (object: object | undefined): readonly string[] => Object.entries(object ?? {}).flatMap(([key, value]) => (value === undefined ? [] : [key]))

/**
 * Each key is predicted from the key before it, as forms ask their questions in a fixed order.
 * @throws ColumnsBroken if a key comes twice, which no object has
 */
function codeKeys(body: Body, own: readonly string[], sizes: WholeNumber): readonly string[] {
  const size = sizes.code(body.coder, own.length)
  body.spendValues(size)
  const keys = new Set<string>()
  let before = ''
  for (let at = 0; at < size; at += 1) {
    before = contextOf(body.nextKeys, before).code(body.coder, own[at] ?? '', (key) => body.key(key))
    body.spend(before.length)
    if (keys.has(before)) throw new ColumnsBroken('a member twice')
    keys.add(before)
  }
  return [...keys]
}
