import type { Result } from '../domain/result'
import type { Envelope, EnvelopeName, EnvelopeRequest, EnvelopeResponse } from '../protocol/messages'
import { firstBatchSize, grown, shrunk, takeBatch, type BatchSize } from './batchSize'

const CHUNK = 50
/** Names and numbers of an envelope around what is sealed, bytes. */
const AROUND = 200

export interface HandInDeps {
  readonly queue: {
    envelopes(limit: number): Promise<readonly Envelope[]>
    dropReceived(received: readonly EnvelopeName[]): Promise<void>
    setAsideUnreadable?(unreadable: readonly EnvelopeName[]): Promise<void>
  }
  readonly post: (request: EnvelopeRequest) => Promise<Result<EnvelopeResponse, unknown>>
  readonly newId: () => string
}

/**
 * Sends the sealed queue, the book open or not (protocol rules 26-29). Only what the server names as received is dropped;
 * a cut makes the bodies smaller (protocol rule 9), a line that carries not even those means the rest goes next time. Safe
 * to repeat: the server knows each operation by its id.
 *
 * @returns how many envelopes still wait, at most one chunk's worth is counted
 */
export async function handInSealed(deps: HandInDeps): Promise<number> {
  const run = deps.newId()
  const passedOver = new Set<string>()
  // What is sealed is packed already.
  let size: BatchSize = { ...firstBatchSize, ratio: 1 }
  for (;;) {
    const waiting = (await deps.queue.envelopes(CHUNK + passedOver.size)).filter((envelope) => !passedOver.has(nameOf(envelope)))
    if (waiting.length === 0) return passedOver.size
    const { batch } = takeBatch(waiting.slice(0, CHUNK), (envelope) => envelope.sealed.length + AROUND, size)
    const answer = await deps.post({ run, envelopes: [...batch] })
    if (!answer.ok) {
      const smaller = shrunk(size)
      if (batch.length === 1 || smaller.packedBytes === size.packedBytes) return waiting.length + passedOver.size
      size = smaller
      continue
    }
    size = grown(size, 0)
    await deps.queue.dropReceived(answer.value.results.filter((one) => one.result === 'received'))
    await deps.queue.setAsideUnreadable?.(answer.value.results.filter((one) => one.result === 'unreadable'))
    // What the server cannot take now must not stop what stands behind it (another account's, another device's).
    for (const one of answer.value.results) if (one.result !== 'received') passedOver.add(nameOf(one))
    if (answer.value.results.length === 0) return waiting.length
  }
}

const nameOf = ({ device, counter }: EnvelopeName): string => `${device}:${counter}`
