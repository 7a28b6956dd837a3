import type { FrequencyModel } from './frequencyModel'

/**
 * One description of a format serves both for writing and for reading. A writer is given the symbol, writes it and returns it. A reader
 * ignores what it is given, and returns what it read. So writing and reading can never disagree.
 */
export interface Coder {
  readonly isReader: boolean
  /** A symbol of the model. The model learns from it. */
  symbol(model: FrequencyModel, symbol: number): number
  /** A whole number of 0..2^count-1 about which nothing is known. `count` <= 53. */
  bits(count: number, value: number): number
}
