import { Arriving } from './arriving'
import { Body } from './body'
import { column } from './column'
import { ColumnsBroken } from './columnsBroken'
import { CLOSING, CLOSING_BITS, FORMAT, HEAD_BYTES, headAt, readHead } from './frame'
import { knownWords } from './knownWords'
import { RangeReader } from './coding/rangeReader'

/**
 * Undoes `ColumnsWriter` while the bytes arrive: each whole frame can be read at once. The unfolded size is bounded, whatever the
 * bytes say. After it has thrown, it cannot be used again.
 */
export class ColumnsReader {
  private readonly body = new Body(knownWords)
  private readonly rest = new Arriving()
  private hasFormat = false
  private ended = false

  /** The last frame was read, and no bytes came after it. */
  get isWhole(): boolean {
    return this.ended && this.rest.length === 0
  }

  /** A whole frame, or bytes that are certainly none, can be read. Nothing is unfolded to find out. */
  get isReady(): boolean {
    const start = this.hasFormat ? 0 : 1
    return this.rest.length >= start + HEAD_BYTES && (this.ended || this.rest.length >= start + HEAD_BYTES + headAt(this.rest.bytes, start).length)
  }

  add(bytes: Uint8Array): void {
    this.rest.add(bytes)
  }

  /**
   * @returns the values of the whole frames that were not read yet
   * @throws ColumnsBroken if the bytes are hostile or of another format
   */
  read(): readonly unknown[] {
    if (!this.hasFormat && this.rest.length > 0) {
      if (this.rest.bytes[0] !== FORMAT) throw new ColumnsBroken('another format')
      this.hasFormat = true
      this.rest.take(1)
    }
    const values: unknown[] = []
    for (let value = this.next(); value; value = this.next()) values.push(value[0])
    return values
  }

  private next(): readonly unknown[] | null {
    if (this.rest.length < HEAD_BYTES) return null
    if (this.ended) throw new ColumnsBroken('it goes on after its end')
    const { length, isLast } = readHead(this.rest.bytes, 0)
    const end = HEAD_BYTES + length
    if (this.rest.length < end) return null
    const coder = new RangeReader(this.rest.bytes.subarray(HEAD_BYTES, end))
    this.body.coder = coder
    const value = column(this.body, this.body.root, 1, [])
    if (coder.bits(CLOSING_BITS) !== CLOSING || !coder.isAtEnd) throw new ColumnsBroken('it does not close')
    this.rest.take(end)
    this.ended = isLast
    return value
  }
}

/**
 * The values of a whole body.
 * @throws ColumnsBroken if the bytes are cut off, hostile or of another format
 */
export function readFrames(bytes: Uint8Array): readonly unknown[] {
  const reader = new ColumnsReader()
  reader.add(bytes)
  const values = reader.read()
  if (!reader.isWhole) throw new ColumnsBroken('the bytes end too early')
  return values
}
