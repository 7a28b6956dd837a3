/**
 * Bytes that arrived and were not taken yet. Each byte is copied only a few times, however small the pieces are, because the buffer grows
 * with its content. A list of the pieces would copy less and take more memory: a body may arrive byte by byte.
 */
export class Arriving {
  private room: Uint8Array = new Uint8Array(0)
  private from = 0
  private to = 0

  get length(): number {
    return this.to - this.from
  }

  /** The bytes that are there. Valid until more are added. */
  get bytes(): Uint8Array {
    return this.room.subarray(this.from, this.to)
  }

  /** If nothing is there, the piece itself is kept, without copying, and is never written to. */
  add(piece: Uint8Array): void {
    const { length } = this
    if (length === 0) {
      this.room = piece
      this.from = 0
      this.to = piece.length
      return
    }
    if (this.to + piece.length > this.room.length) {
      const room = new Uint8Array(2 * (length + piece.length))
      room.set(this.bytes)
      this.room = room
      this.from = 0
      this.to = length
    }
    this.room.set(piece, this.to)
    this.to += piece.length
  }

  /** Removes bytes from the front. */
  take(count: number): void {
    this.from += count
  }
}
