import type { Result } from '../domain/result'
import type { ApiErrorKind } from '../protocol/api'
import type { Envelope, EnvelopeName, EnvelopeRequest, EnvelopeResponse } from '../protocol/messages'
import { firstBatchSize, grown, shrunk, takeBatch, type BatchSize } from './batchSize'

const CHUNK = 50
/** Names and numbers of an envelope around what is sealed, bytes. */
const AROUND = 200
export interface HandInFailure {
  readonly error: ApiErrorKind | 'offline'
}
/** The server's word on what was sent; any other failure is the line's, or of this moment. */
const aboutTheBatch: readonly HandInFailure['error'][] = ['malformed', 'tooLarge', 'internal']

export interface HandInDeps {
  readonly queue: {
    envelopes(limit: number): Promise<readonly Envelope[]>
    dropReceived(received: readonly EnvelopeName[]): Promise<void>
    setAsideUnreadable?(unreadable: readonly EnvelopeName[]): Promise<void>
  }
  readonly post: (request: EnvelopeRequest) => Promise<Result<EnvelopeResponse, HandInFailure>>
  readonly newId: () => string
}

/**
 * Sends the sealed queue, the book open or not (protocol rules 26-29). Only what the server names as received is dropped;
 * a cut makes the bodies smaller (protocol rule 9), a line that carries not even those means the rest goes next time. An envelope
 * the server fails at is looked for by halves, and its device given up for this run (rule S38). Safe to repeat: the server knows
 * each operation by its id.
 *
 * @returns how many envelopes still wait, at most one chunk's worth is counted
 */
export async function handInSealed(deps: HandInDeps): Promise<number> {
  const run = deps.newId()
  const left = leftOf(deps.queue)
  // What is sealed is packed already.
  let size: BatchSize = { ...firstBatchSize, ratio: 1 }
  let most = CHUNK
  for (;;) {
    const waiting = await left.next()
    if (waiting.length === 0) return left.passedOver()
    const { batch } = takeBatch(waiting.slice(0, most), (envelope) => envelope.sealed.length + AROUND, size)
    const answer = await deps.post({ run, envelopes: [...batch] })
    if (!answer.ok && aboutTheBatch.includes(answer.error.error)) {
      if (batch.length === 1) left.giveUp(batch[0]!.device)
      most = Math.ceil(batch.length / 2)
    } else if (!answer.ok) {
      const smaller = shrunk(size)
      if (batch.length === 1 || smaller.packedBytes === size.packedBytes) return waiting.length + left.passedOver()
      size = smaller
    } else {
      most = Math.min(CHUNK, most * 2)
      size = grown(size, 0)
      await deps.queue.dropReceived(answer.value.results.filter((one) => one.result === 'received'))
      await deps.queue.setAsideUnreadable?.(answer.value.results.filter((one) => one.result === 'unreadable'))
      // What the server cannot take now must not stop what stands behind it (another account's, another device's).
      for (const one of answer.value.results) if (one.result !== 'received') left.passOver(one)
      if (answer.value.results.length === 0) return waiting.length
    }
  }
}

/** What of the queue this run has still to send. */
function leftOf(queue: HandInDeps['queue']) {
  const names = new Set<string>()
  const devices = new Set<string>()
  const passOver = (name: EnvelopeName): void => void names.add(nameOf(name))
  return {
    passOver,
    giveUp: (device: string): void => void devices.add(device),
    passedOver: (): number => names.size,
    async next(): Promise<readonly Envelope[]> {
      for (;;) {
        const found = (await queue.envelopes(CHUNK + names.size)).filter((envelope) => !names.has(nameOf(envelope)))
        for (const envelope of found) if (devices.has(envelope.device)) passOver(envelope)
        const waiting = found.filter((envelope) => !devices.has(envelope.device))
        if (waiting.length > 0 || found.length === 0) return waiting
      }
    },
  }
}

const nameOf = ({ device, counter }: EnvelopeName): string => `${device}:${counter}`
