import type { Readable } from 'node:stream'
import { ColumnsReader } from '../../protocol/columns/readColumns'

/** How a body came to its end: `cut` = the line broke before the last frame, `broken` = no writer of ours made it. */
export type BodyEnd = 'whole' | 'cut' | 'broken' | 'tooLarge'

export interface Arrived {
  /** Whole frames that came since the last look. */
  readonly frames: readonly unknown[]
  /** `null` = more may come. */
  readonly end: BodyEnd | null
}

/** A body by columns while it arrives over a slow line, bounded in bytes; frames are there to be worked on as soon as they are whole. */
export class FrameStream {
  private readonly reader = new ColumnsReader()
  private frames: unknown[] = []
  private end: BodyEnd | null = null
  private bytes = 0
  private wake = (): void => {}

  constructor(body: Readable, mostBytes: number) {
    body.on('data', (piece: Buffer) => this.take(piece, mostBytes))
    body.on('end', () => this.close(this.reader.isWhole ? 'whole' : 'broken'))
    body.on('error', () => this.close('cut'))
    body.on('close', () => this.close('cut'))
    // Gone while its sender was being looked up: nothing will be told of it any more.
    if (body.destroyed) this.close('cut')
  }

  /** Waits until a frame or the end has come. */
  async next(): Promise<Arrived> {
    while (this.frames.length === 0 && this.end === null) await new Promise<void>((woken) => (this.wake = woken))
    const arrived = { frames: this.frames, end: this.end }
    this.frames = []
    return arrived
  }

  private take(piece: Buffer, mostBytes: number): void {
    if (this.end !== null) return
    this.bytes += piece.length
    if (this.bytes > mostBytes) return this.close('tooLarge')
    try {
      this.frames.push(...this.reader.feed(piece))
    } catch {
      return this.close('broken')
    }
    if (this.reader.isWhole) this.close('whole')
    else if (this.frames.length > 0) this.wake()
  }

  /** The first end counts. */
  private close(end: BodyEnd): void {
    this.end ??= end
    this.wake()
  }
}
