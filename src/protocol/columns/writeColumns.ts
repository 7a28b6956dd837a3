import { joinBytes } from '../joinBytes'
import { Body } from './body'
import { column } from './column'
import { CLOSING, CLOSING_BITS, FORMAT, frameHead } from './frame'
import { knownWords } from './knownWords'
import { RangeWriter } from './coding/rangeWriter'

/**
 * Packs a body of JSON values by columns (`docs/decisions/0015`). The values of one member of many similar objects stand
 * together, and are predicted from earlier values of that member, in this frame or an earlier one. As in JSON, members without
 * a value are left out. A frame can be read as soon as it has arrived, whatever becomes of the rest (`docs/decisions/0019`).
 */
export class ColumnsWriter {
  private readonly body = new Body(knownWords)
  private readonly parts: Uint8Array<ArrayBuffer>[] = []

  /** @returns the bytes of this frame. The bytes of a body are those of its frames one after another */
  frame(value: unknown, isLast: boolean): Uint8Array<ArrayBuffer> {
    const coder = new RangeWriter()
    this.body.coder = coder
    column(this.body, this.body.root, 1, [value])
    coder.bits(CLOSING_BITS, CLOSING)
    const bytes = coder.finish()
    const frame = joinBytes([...(this.parts.length === 0 ? [Uint8Array.of(FORMAT)] : []), frameHead(bytes.length, isLast), bytes])
    this.parts.push(frame)
    return frame
  }

  /** The bytes of all frames. To be called after the last one. */
  finish(): Uint8Array<ArrayBuffer> {
    return joinBytes(this.parts)
  }
}

/** A body of one value, in one frame. */
export function writeColumns(value: unknown): Uint8Array<ArrayBuffer> {
  const writer = new ColumnsWriter()
  writer.frame(value, true)
  return writer.finish()
}
