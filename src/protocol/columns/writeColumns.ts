import { Body } from './body'
import { column } from './column'
import { knownWords } from './knownWords'
import { RangeWriter } from './rangeWriter'
import { CLOSING, CLOSING_BITS, FORMAT } from './readColumns'

/**
 * Packs any JSON value by columns (`docs/decisions/0015`): values of the same member of many alike objects stand together and
 * are told by what was told there before. What JSON leaves out (members without a value) is left out.
 */
export function writeColumns(value: unknown): Uint8Array<ArrayBuffer> {
  const coder = new RangeWriter()
  coder.bits(8, FORMAT)
  column(new Body(coder, knownWords), 1, [value])
  coder.bits(CLOSING_BITS, CLOSING)
  return coder.finish()
}
