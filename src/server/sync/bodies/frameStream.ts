import type { Readable } from 'node:stream'
import { ColumnsReader } from '../../../protocol/columns/readColumns'

/** How a body came to its end: `cut` = the line broke before the last frame, `broken` = no writer of ours made it. */
export type BodyEnd = 'whole' | 'cut' | 'broken' | 'tooLarge'

export interface Arrived {
  /** Whole frames that came since the last look. */
  readonly frames: readonly unknown[]
  /** `null` = more may come. */
  readonly end: BodyEnd | null
}

/**
 * A body by columns while it arrives over a slow line, bounded in bytes. It is bytes until somebody reads it: unfolding is work, and
 * unfolded it is many times as large.
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
    // Gone while its sender was being looked up: nothing will be told of it any more.
    if (body.destroyed) this.close('cut')
  }

  /** Waits until a frame or the end has come. */
  async arrived(): Promise<void> {
    while (!this.reader.isReady && this.stop === null) await new Promise<void>((woken) => (this.wake = woken))
  }

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

  /** The first end counts. */
  private close(end: NonNullable<typeof this.stop>): void {
    this.stop ??= end
    this.wake()
  }
}
