import type { TransportFailure } from '../sync/transport'
import type { RemoteFailure } from './remote'

const DEFAULT_RETRY_MS = 30_000

/** The server's refusal as a failure of sync. */
export function failureOf(refusal: RemoteFailure): TransportFailure {
  switch (refusal.error) {
    case 'offline':
    case 'notUnderstood': return { kind: refusal.error }
    case 'tooMany':
    case 'busy': return { kind: 'busy', retryAfterMs: (refusal.retryAfter ?? 0) * 1000 || DEFAULT_RETRY_MS }
    case 'tooLarge': return { kind: 'tooLarge' }
    case 'signedOut':
    case 'disabled':
    // The browser's session belongs to a colleague who used this phone last, and who has no right to this device.
    case 'forbidden': return { kind: 'signedOut' }
    case 'revokedDevice': return { kind: 'revoked' }
    case 'unknownDevice': return { kind: 'unknownDevice' }
    case 'oldClient': return { kind: 'oldClient' }
    default: return { kind: 'serverFault' }
  }
}
