import type { Readable } from 'node:stream'
import { ColumnsReader } from '../../../protocol/columns/readColumns'

/**
 * How a body ended.
 * - `whole`: the last frame arrived
 * - `cut`: the connection broke before the last frame
 * - `broken`: it does not follow our format
 * - `tooLarge`: it has more bytes than allowed
 */
export type BodyEnd = 'whole' | 'cut' | 'broken' | 'tooLarge'

export interface Arrived {
  /** Whole frames that arrived since the last `read`. */
  readonly frames: readonly unknown[]
  /** `null` = more may come. */
  readonly end: BodyEnd | null
}

/**
 * A body packed by columns, while it arrives over a slow connection. Its size in bytes is limited. It is kept as bytes until `read` is called:
 * unpacking costs time, and the unpacked values take many times as much memory.
 */
export class FrameStream {
  private readonly reader = new ColumnsReader()
  private stop: 'ended' | 'cut' | 'tooLarge' | null = null
  private bytes = 0
  private wake = (): void => {}

  constructor(body: Readable, mostBytes: number) {
    body.on('data', (piece: Buffer) => this.take(piece, mostBytes))
    body.on('end', () => this.close('ended'))
    body.on('error', () => this.close('cut'))
    body.on('close', () => this.close('cut'))
    // The connection was closed while the sender was being looked up: no event will come.
    if (body.destroyed) this.close('cut')
  }

  /** Waits until a whole frame, or the end, has arrived. */
  async arrived(): Promise<void> {
    while (!this.reader.isReady && this.stop === null) await new Promise<void>((woken) => (this.wake = woken))
  }

  /** Unpacks what has arrived. Never throws. */
  read(): Arrived {
    if (this.stop === 'tooLarge') return { frames: [], end: 'tooLarge' }
    try {
      const frames = this.reader.read()
      if (this.reader.isWhole) return { frames, end: 'whole' }
      return { frames, end: this.stop === 'ended' ? 'broken' : this.stop }
    } catch {
      return { frames: [], end: 'broken' }
    }
  }

  private take(piece: Buffer, mostBytes: number): void {
    if (this.stop !== null) return
    this.bytes += piece.length
    if (this.bytes > mostBytes) return this.close('tooLarge')
    this.reader.add(piece)
    if (this.reader.isReady) this.wake()
  }

  /** Only the first reason counts. */
  private close(end: NonNullable<typeof this.stop>): void {
    this.stop ??= end
    this.wake()
  }
}
