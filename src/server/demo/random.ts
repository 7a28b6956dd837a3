type KeyOf<W> = `${keyof W & (string | number)}`

/** A seeded source of chance: the same seed gives the same commune on every machine. Never used for secrets. */
export interface Random {
  /** 0 <= n < 1 */
  next(): number
  /** Both ends included. */
  int(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** One of the keys, chosen by weight. */
  weighted<W extends Readonly<Record<string, number>>>(weights: W): KeyOf<W>
  digits(count: number): string
  bytes(count: number): Uint8Array
  shuffled<T>(items: readonly T[]): T[]
}

/** Mulberry32: 32 bits of state are plenty for a demo. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => pickAt(items, Math.floor(next() * items.length)),
    weighted: (weights) => pickWeighted(weights, next()),
    digits: (count) => String(Math.floor(next() * 10 ** count)).padStart(count, '0'),
    bytes: (count) => new Uint8Array(count).map(() => int(0, 255)),
    shuffled: (items) => items.map((item) => [next(), item] as const).sort(([a], [b]) => a - b).map(([, item]) => item),
  }
}

function pickAt<T>(items: readonly T[], index: number): T {
  if (index >= items.length) throw new Error('random — pick — the list is empty')
  return items[index] as T
}

function pickWeighted<W extends Readonly<Record<string, number>>>(weights: W, chance: number): KeyOf<W> {
  let total = 0
  for (const key in weights) total += weights[key] ?? 0
  let left = chance * total
  let last = ''
  for (const key in weights) {
    left -= weights[key] ?? 0
    last = key
    if (left < 0) break
  }
  return last as KeyOf<W>
}
