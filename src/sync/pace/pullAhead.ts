import type { SyncRequest } from '../../protocol/messages'
import type { Progress, Run } from '../engine'
import { pullFrom, requestHead, type Sent } from '../sendOnce'
import type { Transport } from '../transport'

/**
 * The request for the next page, to be sent while this answer is being stored (S41); `null` = not now. It carries no operation, so nothing is lost if its
 * answer is dropped.
 */
export async function nextPull({ deps: { outbox, replica }, input, progress }: Run, sent: Sent): Promise<SyncRequest | null> {
  const { commune, line } = input
  if (!sent.answer.ok || sent.asked || sent.counters.length + sent.lost > 0 || progress.mending !== 'no') return null
  const { page, epoch, context } = sent.answer.value.response
  if (!page || page.done || epoch !== sent.epoch) return null
  if ((await outbox.waiting(commune, 1)).length > 0) return null
  return { ...requestHead(outbox, input, epoch), ops: [], pull: pullFrom(page.cursor, line, progress.whole), context: context?.hash ?? replica.contextHash(commune) }
}

/** Sends it. @param sent the exchange whose answer it continues */
export async function pullAhead(transport: Transport, request: SyncRequest, { epoch, reached }: Sent): Promise<Sent> {
  return { answer: await transport.exchange(request), counters: [], asked: null, epoch, reached, lost: 0, rawBytes: 0, emptied: true, isBlocked: false, stood: request.pull?.cursor ?? null }
}

/** Whether the last answer left nothing to clear up. Otherwise the page requested ahead is not wanted. Operations put back into the queue show as `unknown`. */
export function isPlain({ tries, lostFrom, mending, unknown }: Progress): boolean {
  return tries === 0 && lostFrom === null && mending === 'no' && unknown === 'no'
}
