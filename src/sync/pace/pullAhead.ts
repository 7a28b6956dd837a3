import type { SyncRequest } from '../../protocol/messages'
import type { Progress, Run } from '../engine'
import { pullFrom, requestHead, type Sent } from '../sendOnce'
import type { Transport } from '../transport'

/**
 * The request for the page after this answer's, to be sent while this one is being stored: `null` = not now. It carries no
 * operation, so that nothing hangs on its answer if that is not wanted any more.
 */
export async function nextPull({ deps: { outbox, replica }, input, progress }: Run, sent: Sent): Promise<SyncRequest | null> {
  const { commune, line } = input
  if (!sent.answer.ok || sent.asked || sent.counters.length + sent.lost > 0 || progress.mending !== 'no') return null
  const { page, epoch, context } = sent.answer.value.response
  if (!page || page.done || epoch !== sent.epoch) return null
  if ((await outbox.waiting(commune, 1)).length > 0) return null
  return { ...requestHead(outbox, input, epoch), ops: [], pull: pullFrom(page.cursor, line, progress.whole), context: context?.hash ?? replica.contextHash(commune) }
}

/** @param before the exchange whose answer it goes on from */
export async function pullAhead(transport: Transport, request: SyncRequest, { epoch, reached }: Sent): Promise<Sent> {
  return { answer: await transport.exchange(request), counters: [], asked: null, epoch, reached, lost: 0, rawBytes: 0, emptied: true, isBlocked: false, stood: request.pull?.cursor ?? null }
}

/** Nothing is to be cleared up that came out of the last answer: else what was asked for ahead is not wanted any more. What went back into the queue by it is `unknown`. */
export function isPlain({ tries, lostFrom, mending, unknown }: Progress): boolean {
  return tries === 0 && lostFrom === null && mending === 'no' && unknown === 'no'
}
