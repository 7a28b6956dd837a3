import type { SyncRequest } from '../../src/protocol/messages'

/**
 * The request of an app from before pages told only what changed and lost answers were asked about; also what a server from then
 * understands of a newer app's.
 */
export function asOlder({ epoch: _epoch, asks: _asks, ...request }: SyncRequest): SyncRequest {
  return { ...request, pull: request.pull && { cursor: request.pull.cursor, maxBytes: request.pull.maxBytes } }
}
