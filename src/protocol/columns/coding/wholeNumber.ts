import type { Coder } from './coder'
import { FrequencyModel } from './frequencyModel'

const LARGEST_BITS = 53

/** A whole number >= 0: its number of bits, which is learnt, and then those bits. */
export class WholeNumber {
  private readonly lengths = new FrequencyModel(LARGEST_BITS + 1)

  code(coder: Coder, value: number): number {
    const length = coder.symbol(this.lengths, bitLength(value))
    if (length < 2) return length
    // The highest bit is known to be 1.
    return 2 ** (length - 1) + coder.bits(length - 1, value % 2 ** (length - 1))
  }
}

/** Exact, unlike a logarithm. */
const bitLength = (value: number): number => (value < 2 ** 32 ? 32 - Math.clz32(value) : 64 - Math.clz32(Math.floor(value / 2 ** 32)))
