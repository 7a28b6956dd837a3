import type { FrequencyModel } from './frequencyModel'

/**
 * One description of a format for both ways: the writer is given the symbol, writes it and gives it back; the reader is
 * given anything, and gives back what it read. So what is written and what is read cannot come apart.
 */
export interface Coder {
  readonly isReader: boolean
  /** A symbol of the model, which learns it. */
  symbol(model: FrequencyModel, symbol: number): number
  /** A whole number of 0..2^count-1 that nothing is known about; count <= 53. */
  bits(count: number, value: number): number
}
