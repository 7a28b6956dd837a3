import type { Result } from '../domain/result'
import type { SyncRequest, SyncResponse } from '../protocol/messages'

/** Why an exchange gave no usable answer. None of these is ever a reason to drop an operation (S11). */
export type TransportFailure =
  | { readonly kind: 'offline' } // no connection, a cut, a time-out, or a page that is not ours
  | { readonly kind: 'notUnderstood' } // an answer of our content type that this version cannot read
  | { readonly kind: 'busy'; readonly retryAfterMs: number }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'revoked' }
  | { readonly kind: 'unknownDevice' } // the register was restored from a backup older than this device's enrolment
  | { readonly kind: 'oldClient' }
  | { readonly kind: 'serverFault' }

export interface Exchange {
  readonly response: SyncResponse
  /** Body bytes as sent and received. */
  readonly bytesUp: number
  readonly bytesDown: number
  /** Server clock from the Date header, epoch ms; null when absent. */
  readonly serverTime: number | null
  /** The connection broke before the end of the answer. `response` has the frames that arrived whole; its page is not `done`. */
  readonly isCut: boolean
  /** Time from the request to the last byte of the answer, ms. */
  readonly tookMs: number
}

/** One request to the server and its answer. Never throws. Implemented over HTTP in `remote/httpTransport.ts`, in memory in tests. */
export interface Transport {
  exchange(request: SyncRequest): Promise<Result<Exchange, TransportFailure>>
}
