/**
 * Bytes that came and were not yet taken. Each is copied a few times at most, in whatever pieces it came: room grows with what is in it. A list of the
 * pieces would copy less and hold more: a body may come byte by byte.
 */
export class Arriving {
  private room: Uint8Array = new Uint8Array(0)
  private from = 0
  private to = 0

  get length(): number {
    return this.to - this.from
  }

  /** What is there, for as long as nothing is added. */
  get bytes(): Uint8Array {
    return this.room.subarray(this.from, this.to)
  }

  /** A piece that comes to an empty place is kept as it is, and never written into. */
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

  take(count: number): void {
    this.from += count
  }
}
