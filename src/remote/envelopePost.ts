import { fail, ok, type Result } from '../domain/result'
import type { EnvelopeRequest, EnvelopeResponse } from '../protocol/messages'
import { refusalOf, send, type HttpDeps } from './http'
import type { RemoteFailure } from './remote'

/** Sends sealed operations; needs no sign-in, each proves its author. Never throws; a stranger's answer is `offline`. */
export async function postEnvelopes(deps: HttpDeps, request: EnvelopeRequest): Promise<Result<EnvelopeResponse, RemoteFailure>> {
  const answer = await send(deps, { method: 'POST', path: '/api/envelopes', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request) })
  if (!answer.ok) return answer
  if (answer.value.status >= 400) return fail(refusalOf(answer.value))
  const response = answer.value.json as EnvelopeResponse | null
  return Array.isArray(response?.results) ? ok(response) : fail({ error: 'offline' })
}
