import type { Coder } from './coder'
import { ColumnsBroken } from '../columnsBroken'
import type { FrequencyModel } from './frequencyModel'

const LEAST = 2 ** 24
const PIECE = 16

/** Reads what `RangeWriter` wrote. @throws ColumnsBroken if the bytes end too early, or no writer can have written them */
export class RangeReader implements Coder {
  readonly isReader = true
  private readonly bytes: Uint8Array
  private at = 0
  private code = 0
  private range = 2 ** 32 - 1

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    for (let n = 0; n < 4; n += 1) this.code = this.code * 256 + this.next()
  }

  get isAtEnd(): boolean {
    return this.at === this.bytes.length
  }

  symbol(model: FrequencyModel): number {
    const { total } = model
    if (total === 0) throw new ColumnsBroken('a choice of nothing')
    const unit = Math.floor(this.range / total)
    const symbol = model.at(this.place(unit, total))
    this.take(model.startOf(symbol) * unit, model.countOf(symbol) * unit)
    model.seen(symbol)
    return symbol
  }

  bits(count: number): number {
    let value = 0
    for (let left = count; left > 0; left -= PIECE) {
      const size = 2 ** Math.min(left, PIECE)
      const unit = Math.floor(this.range / size)
      const piece = this.place(unit, size)
      this.take(piece * unit, unit)
      value = value * size + piece
    }
    return value
  }

  private place(unit: number, total: number): number {
    const place = Math.floor(this.code / unit)
    if (place >= total) throw new ColumnsBroken('out of range')
    return place
  }

  private take(start: number, size: number): void {
    this.code -= start
    this.range = size
    while (this.range < LEAST) {
      this.range *= 256
      this.code = this.code * 256 + this.next()
    }
  }

  private next(): number {
    const byte = this.bytes[this.at]
    if (byte === undefined) throw new ColumnsBroken('the bytes end too early')
    this.at += 1
    return byte
  }
}
