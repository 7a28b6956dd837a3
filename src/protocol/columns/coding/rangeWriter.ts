import type { Coder } from './coder'
import type { FrequencyModel } from './frequencyModel'

const TOP = 2 ** 32
const LEAST = 2 ** 24
const PIECE = 16

/** Range coder (G. N. N. Martin, 1979) with carries as in LZMA. It writes whole bytes. The range has 32 bits; totals are far below 2^24. */
export class RangeWriter implements Coder {
  readonly isReader = false
  private low = 0
  private range = TOP - 1
  private held = -1
  private carries = 0
  private bytes = new Uint8Array(1024)
  private size = 0

  symbol(model: FrequencyModel, symbol: number): number {
    this.put(model.startOf(symbol), model.countOf(symbol), model.total)
    model.seen(symbol)
    return symbol
  }

  bits(count: number, value: number): number {
    for (let left = count; left > 0; left -= PIECE) {
      const size = Math.min(left, PIECE)
      this.put(Math.floor(value / 2 ** (left - size)) % 2 ** size, 1, 2 ** size)
    }
    return value
  }

  finish(): Uint8Array<ArrayBuffer> {
    for (let at = 0; at < 5; at += 1) this.shift()
    return this.bytes.slice(0, this.size)
  }

  private put(start: number, count: number, total: number): void {
    const unit = Math.floor(this.range / total)
    this.low += start * unit
    this.range = count * unit
    while (this.range < LEAST) {
      this.range *= 256
      this.shift()
    }
  }

  /** Writes the highest byte, or holds it back while a carry may still change it. */
  private shift(): void {
    if (this.low < 0xff000000 || this.low >= TOP) {
      const carry = this.low >= TOP ? 1 : 0
      if (this.held >= 0) this.push(this.held + carry)
      for (; this.carries > 0; this.carries -= 1) this.push(0xff + carry)
      this.held = Math.floor(this.low / LEAST) & 0xff
    } else {
      this.carries += 1
    }
    this.low = (this.low % LEAST) * 256
  }

  private push(byte: number): void {
    if (this.size === this.bytes.length) {
      const larger = new Uint8Array(this.size * 2)
      larger.set(this.bytes)
      this.bytes = larger
    }
    this.bytes[this.size] = byte
    this.size += 1
  }
}
