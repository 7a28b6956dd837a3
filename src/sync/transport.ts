import type { Result } from '../domain/result'
import type { SyncRequest, SyncResponse } from '../protocol/messages'

/** Why an exchange gave no answer that can be used. None is ever a reason to drop an operation (protocol rule 11). */
export type TransportFailure =
  | { readonly kind: 'offline' } // no connection, a cut, a time-out, or a page that is not ours
  | { readonly kind: 'notUnderstood' } // an answer in a type of ours that is none we know
  | { readonly kind: 'busy'; readonly retryAfterMs: number }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'revoked' }
  | { readonly kind: 'unknownDevice' } // the register was restored from before this device was enrolled
  | { readonly kind: 'oldClient' }
  | { readonly kind: 'serverFault' }

export interface Exchange {
  readonly response: SyncResponse
  /** Body bytes as sent and received. */
  readonly bytesUp: number
  readonly bytesDown: number
  /** Server clock from the Date header, epoch ms; null when absent. */
  readonly serverTime: number | null
  /** The line broke before the end of the answer: `response` is what came whole, with a page that is not done. */
  readonly isCut: boolean
  /** From asking to the last byte of the answer, ms. */
  readonly tookMs: number
}

/** One trip to the server. Never throws. Implemented over HTTP in `remote/httpTransport.ts`, over memory in tests. */
export interface Transport {
  exchange(request: SyncRequest): Promise<Result<Exchange, TransportFailure>>
}
