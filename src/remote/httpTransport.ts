import { fail, ok, type Result } from '../domain/result'
import { ENCODING_HEADER, packBody } from '../protocol/codec'
import type { SyncRequest, SyncResponse } from '../protocol/messages'
import type { Exchange, Transport, TransportFailure } from '../sync/transport'
import { refusalOf, send, type HttpAnswer, type HttpDeps } from './http'
import type { RemoteFailure } from './remote'
import type { Session } from './session'

const DEFAULT_RETRY_MS = 30_000

/** The sync exchange over `POST /api/sync`. */
export function httpTransport(deps: HttpDeps, session: Session): Transport {
  return {
    async exchange(request: SyncRequest): Promise<Result<Exchange, TransportFailure>> {
      const packed = await packBody(request)
      for (let attempt = 1; ; attempt += 1) {
        const token = await session.csrf()
        if (!token.ok) return fail(failureOf(token.error))
        const headers = { 'content-type': 'application/octet-stream', [ENCODING_HEADER]: packed.encoding, 'x-csrf-token': token.value }
        const answer = await send(deps, { method: 'POST', path: '/api/sync', headers, body: packed.bytes })
        if (!answer.ok) return fail({ kind: 'offline' })
        const refusal = answer.value.status >= 400 ? refusalOf(answer.value) : null
        if (refusal?.error === 'csrf' && attempt === 1) {
          session.forget()
          continue
        }
        return refusal ? fail(failureOf(refusal)) : exchangeOf(answer.value, packed.bytes.length)
      }
    },
  }
}

/** Trusts our own server for the inside of the answer; a stranger's JSON (captive portal) has no `outcomes`. */
function exchangeOf(answer: HttpAnswer, bytesUp: number): Result<Exchange, TransportFailure> {
  const response = answer.json as SyncResponse | null
  if (typeof response?.protocol !== 'number' || !Array.isArray(response.outcomes)) return fail({ kind: 'offline' })
  return ok({ response, bytesUp, bytesDown: answer.bytes, serverTime: answer.serverTime })
}

function failureOf(refusal: RemoteFailure): TransportFailure {
  switch (refusal.error) {
    case 'offline': return { kind: 'offline' }
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
