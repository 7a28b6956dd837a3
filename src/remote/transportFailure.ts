import type { TransportFailure } from '../sync/transport'
import type { RemoteFailure } from './remote'

const DEFAULT_RETRY_MS = 30_000

/** What a refusal of the server means to sync. */
export function failureOf(refusal: RemoteFailure): TransportFailure {
  switch (refusal.error) {
    case 'offline':
    case 'notUnderstood': return { kind: refusal.error }
    case 'tooMany':
    case 'busy': return { kind: 'busy', retryAfterMs: (refusal.retryAfter ?? 0) * 1000 || DEFAULT_RETRY_MS }
    case 'tooLarge': return { kind: 'tooLarge' }
    case 'signedOut':
    case 'disabled':
    // The browser's session is a colleague's, who used this phone last: the device is not theirs to speak for.
    case 'forbidden': return { kind: 'signedOut' }
    case 'revokedDevice': return { kind: 'revoked' }
    case 'unknownDevice': return { kind: 'unknownDevice' }
    case 'oldClient': return { kind: 'oldClient' }
    default: return { kind: 'serverFault' }
  }
}
