import { joinBytes } from '../joinBytes'
import { Body } from './body'
import { column } from './column'
import { CLOSING, CLOSING_BITS, FORMAT, frameHead } from './frame'
import { knownWords } from './knownWords'
import { RangeWriter } from './coding/rangeWriter'

/**
 * Packs a body of JSON values by columns (`docs/decisions/0015`): values of the same member of many alike objects stand
 * together and are told by what was told there before, in this frame or an earlier one. What JSON leaves out (members without
 * a value) is left out. A frame can be read as soon as it is there, whatever becomes of the rest (`docs/decisions/0019`).
 */
export class ColumnsWriter {
  private readonly body = new Body(knownWords)
  private readonly parts: Uint8Array<ArrayBuffer>[] = []

  /** @returns the bytes of this frame: those of a body are its frames' one after another */
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

  /** All frames, after the last. */
  finish(): Uint8Array<ArrayBuffer> {
    return joinBytes(this.parts)
  }
}

/** A body of one value. */
export function writeColumns(value: unknown): Uint8Array<ArrayBuffer> {
  const writer = new ColumnsWriter()
  writer.frame(value, true)
  return writer.finish()
}
