import type { Result } from '../domain/result'
import type { Envelope, EnvelopeRequest, EnvelopeResponse } from '../protocol/messages'

const CHUNK = 50

export interface HandInDeps {
  readonly queue: {
    envelopes(limit: number): Promise<readonly Envelope[]>
    dropReceived(received: readonly { readonly device: string; readonly counter: number }[]): Promise<void>
  }
  readonly post: (request: EnvelopeRequest) => Promise<Result<EnvelopeResponse, unknown>>
  readonly newId: () => string
}

/**
 * Sends the sealed queue, the book open or not (protocol rules 26-29). Only what the server names as received is dropped;
 * a cut in the middle means the rest goes next time. Safe to repeat: the server knows each operation by its id.
 *
 * @returns how many envelopes still wait, at most one chunk's worth is counted
 */
export async function handInSealed(deps: HandInDeps): Promise<number> {
  const run = deps.newId()
  const passedOver = new Set<string>()
  for (;;) {
    const waiting = (await deps.queue.envelopes(CHUNK + passedOver.size)).filter((envelope) => !passedOver.has(nameOf(envelope)))
    if (waiting.length === 0) return passedOver.size
    const answer = await deps.post({ run, envelopes: waiting.slice(0, CHUNK) })
    if (!answer.ok) return waiting.length + passedOver.size
    await deps.queue.dropReceived(answer.value.results.filter((one) => one.result === 'received'))
    // What the server cannot take now must not stop what stands behind it (another account's, another device's).
    for (const one of answer.value.results) if (one.result !== 'received') passedOver.add(nameOf(one))
    if (answer.value.results.length === 0) return waiting.length
  }
}

const nameOf = ({ device, counter }: { readonly device: string; readonly counter: number }): string => `${device}:${counter}`
