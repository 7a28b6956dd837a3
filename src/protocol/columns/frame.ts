import { ColumnsBroken } from './columnsBroken'

/** First byte of every body. Another format, or other known words, needs another number. */
export const FORMAT = 2
/** Bytes before each frame: its length, and whether it is the last one. */
export const HEAD_BYTES = 3
/** Ends every frame. A reader that got lost does not find it. */
export const CLOSING = 0x5054
export const CLOSING_BITS = 16
const LAST = 0x80_00_00
/** Limit for the length of a frame: that of the largest body any side accepts. */
const LONGEST = 4_000_000

export interface FrameHead {
  readonly length: number
  readonly isLast: boolean
}

export function frameHead(length: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  const word = length + (isLast ? LAST : 0)
  return Uint8Array.of(word >>> 16, (word >>> 8) & 0xff, word & 0xff)
}

/** The head at this position, unchecked. */
export function headAt(bytes: Uint8Array, at: number): FrameHead {
  const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
  return { length: word % LAST, isLast: word >= LAST }
}

/** @throws ColumnsBroken if the length is beyond that of any body of ours */
export function readHead(bytes: Uint8Array, at: number): FrameHead {
  const head = headAt(bytes, at)
  if (head.length > LONGEST) throw new ColumnsBroken('a frame too long')
  return head
}
