import { Body } from './body'
import { column } from './column'
import { ColumnsBroken } from './columnsBroken'
import { knownWords } from './knownWords'
import { RangeReader } from './rangeReader'

/** First byte of every body; another format or other known words get another number. */
export const FORMAT = 1
/** Closes every body: a reader that went astray does not meet it. */
export const CLOSING = 0x5054
export const CLOSING_BITS = 16

/**
 * Undoes `writeColumns`. Unfolds to a bounded size, whatever the bytes say.
 * @throws ColumnsBroken when the bytes are cut, hostile or of another format
 */
export function readColumns(bytes: Uint8Array): unknown {
  const coder = new RangeReader(bytes)
  if (coder.bits(8) !== FORMAT) throw new ColumnsBroken('another format')
  const [value] = column(new Body(coder, knownWords), 1, [])
  if (coder.bits(CLOSING_BITS) !== CLOSING || !coder.isAtEnd) throw new ColumnsBroken('it does not close')
  return value
}
