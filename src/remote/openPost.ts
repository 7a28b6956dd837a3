import { fail, ok, type Result } from '../domain/result'
import type { EnvelopeRequest, EnvelopeResponse, StandingRequest, StandingResponse } from '../protocol/messages'
import type { SealedDraftRequest, SealedDraftResponse } from '../protocol/sealing/sealedDrafts'
import type { SealedPhotoRequest, SealedPhotoResponse } from '../protocol/sealing/sealedPhotos'
import { refusalOf, send, type HttpDeps } from './http'
import type { RemoteFailure } from './remote'

/* Requests of a closed book. Nobody is signed in: each request carries its own proof. They never throw. */

export interface OpenPostDeps extends HttpDeps {
  /** Called with the body bytes of each answered request. */
  readonly onBytes: (bytes: { readonly up: number; readonly down: number }) => Promise<void>
}

/** Sends sealed operations. */
export function postEnvelopes(deps: OpenPostDeps, request: EnvelopeRequest): Promise<Result<EnvelopeResponse, RemoteFailure>> {
  return post(deps, '/api/envelopes', request, (answer: EnvelopeResponse | null) => Array.isArray(answer?.results))
}

/** Sends sealed drafts. */
export function postDrafts(deps: OpenPostDeps, request: SealedDraftRequest): Promise<Result<SealedDraftResponse, RemoteFailure>> {
  return post(deps, '/api/sealed-drafts', request, (answer: SealedDraftResponse | null) => Array.isArray(answer?.results))
}

/** Sends parts of a sealed photo. */
export function postPhoto(deps: OpenPostDeps, request: SealedPhotoRequest): Promise<Result<SealedPhotoResponse, RemoteFailure>> {
  return post(deps, '/api/sealed-photos', request, (answer: SealedPhotoResponse | null) => typeof answer?.received === 'number' && typeof answer.result === 'string')
}

/** Asks how devices stand. */
export function postStanding(deps: OpenPostDeps, request: StandingRequest): Promise<Result<StandingResponse, RemoteFailure>> {
  return post(deps, '/api/standing', request, (answer: StandingResponse | null) => Array.isArray(answer?.revoked) && Array.isArray(answer.devices))
}

async function post<T>(deps: OpenPostDeps, path: string, request: unknown, isOurs: (answer: T | null) => boolean): Promise<Result<T, RemoteFailure>> {
  const body = JSON.stringify(request)
  const answer = await send(deps, { method: 'POST', path, headers: { 'content-type': 'application/json' }, body })
  if (!answer.ok) return answer
  // The body holds only ids and sealed text, so one character is one byte.
  await deps.onBytes({ up: body.length, down: answer.value.bytes.length })
  if (answer.value.status >= 400) return fail(refusalOf(answer.value))
  const response = answer.value.json as T | null
  return response !== null && isOurs(response) ? ok(response) : fail({ error: 'notUnderstood' })
}
