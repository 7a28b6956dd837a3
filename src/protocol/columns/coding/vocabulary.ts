import type { Coder } from './coder'
import { ColumnsBroken } from '../columnsBroken'
import { FrequencyModel } from './frequencyModel'

const NEW = 0
const KNOWN = 1
const SAME = 2

/**
 * The values seen so far in one place. A value is coded as the same as the last one, as a known one (frequent ones cost least), or as new.
 * A new value is coded in full by `spell` (often with a wider vocabulary), and is known from then on.
 */
export class Vocabulary<T> {
  private readonly values: T[] = []
  private readonly places = new Map<T, number>()
  private readonly kinds = new FrequencyModel(3)
  private readonly uses = new FrequencyModel()
  private last = -1

  constructor(known: Iterable<T> = []) {
    for (const value of known) this.learn(value)
  }

  code(coder: Coder, value: T, spell: (value: T) => T): T {
    const place = coder.isReader ? 0 : this.places.get(value)
    const kind = coder.symbol(this.kinds, place === undefined ? NEW : place === this.last ? SAME : KNOWN)
    if (kind === NEW) return this.met(spell(value))
    if (kind === KNOWN) this.last = coder.symbol(this.uses, place ?? 0)
    if (this.last < 0) throw new ColumnsBroken('the same as nothing')
    return this.values[this.last] as T
  }

  private met(value: T): T {
    this.learn(value)
    this.last = this.places.get(value) ?? 0
    return value
  }

  /** Adds a value that both sides know already. */
  learn(value: T): void {
    if (this.places.has(value)) return
    this.places.set(value, this.values.length)
    this.values.push(value)
    this.uses.append()
  }
}
