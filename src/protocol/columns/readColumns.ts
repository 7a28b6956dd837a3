import { Body } from './body'
import { column } from './column'
import { ColumnsBroken } from './columnsBroken'
import { CLOSING, CLOSING_BITS, FORMAT, HEAD_BYTES, readHead } from './frame'
import { knownWords } from './knownWords'
import { RangeReader } from './rangeReader'

const NOTHING = new Uint8Array(0)

/**
 * Undoes `ColumnsWriter` as the bytes arrive: each frame that is whole can be had at once. Unfolds to a bounded size, whatever
 * the bytes say. After it threw, nothing more can be read.
 */
export class ColumnsReader {
  private readonly body = new Body(knownWords)
  private rest: Uint8Array = NOTHING
  private hasFormat = false
  private ended = false

  /** The last frame was read, and nothing came after it. */
  get isWhole(): boolean {
    return this.ended && this.rest.length === 0
  }

  /**
   * @returns the values of the frames that these bytes complete
   * @throws ColumnsBroken when the bytes are hostile or of another format
   */
  feed(bytes: Uint8Array): readonly unknown[] {
    this.rest = joined(this.rest, bytes)
    if (!this.hasFormat && this.rest.length > 0) {
      if (this.rest[0] !== FORMAT) throw new ColumnsBroken('another format')
      this.hasFormat = true
      this.rest = this.rest.subarray(1)
    }
    const values: unknown[] = []
    for (let value = this.next(); value; value = this.next()) values.push(value[0])
    return values
  }

  private next(): readonly unknown[] | null {
    if (this.rest.length < HEAD_BYTES) return null
    if (this.ended) throw new ColumnsBroken('it goes on after its end')
    const { length, isLast } = readHead(this.rest, 0)
    const end = HEAD_BYTES + length
    if (this.rest.length < end) return null
    const coder = new RangeReader(this.rest.subarray(HEAD_BYTES, end))
    this.body.coder = coder
    const value = column(this.body, this.body.root, 1, [])
    if (coder.bits(CLOSING_BITS) !== CLOSING || !coder.isAtEnd) throw new ColumnsBroken('it does not close')
    this.rest = this.rest.subarray(end)
    this.ended = isLast
    return value
  }
}

/**
 * The values of a whole body.
 * @throws ColumnsBroken when the bytes are cut, hostile or of another format
 */
export function readFrames(bytes: Uint8Array): readonly unknown[] {
  const reader = new ColumnsReader()
  const values = reader.feed(bytes)
  if (!reader.isWhole) throw new ColumnsBroken('the bytes end too early')
  return values
}

function joined(before: Uint8Array, after: Uint8Array): Uint8Array {
  if (before.length === 0) return after
  const all = new Uint8Array(before.length + after.length)
  all.set(before)
  all.set(after, before.length)
  return all
}
