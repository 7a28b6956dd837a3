import { fail, ok, type Result } from '../domain/result'
import { PHOTO_LENGTH_HEADER, PHOTO_OFFSET_HEADER, photoStatusSchema, type PhotoStatus } from '../protocol/api'
import type { PhotoFailure, PhotoTransport } from '../sync/sendPhotos'
import type { RemoteFailure } from './remote'
import type { Session } from './session'
import { failureOf } from './transportFailure'

/** Photos over HTTP, see `protocol/api.ts` for the routes. */
export function photoTransport(session: Session): PhotoTransport {
  return {
    status: async (commune, hash) => answered(await session.call({ method: 'GET', path: pathOf(commune, hash) }, photoStatusSchema)),
    send: async (commune, hash, { at, size, bytes }) => {
      const headers = { 'content-type': 'application/octet-stream', [PHOTO_OFFSET_HEADER]: String(at), [PHOTO_LENGTH_HEADER]: String(size) }
      return answered(await session.call({ method: 'POST', path: pathOf(commune, hash), headers, bytes }, photoStatusSchema))
    },
  }
}

const pathOf = (commune: string, hash: string): string => `/api/communes/${commune}/photos/${hash}`

function answered(answer: Result<PhotoStatus, RemoteFailure>): Result<PhotoStatus, PhotoFailure> {
  if (answer.ok) return ok(answer.value)
  return fail(answer.error.error === 'notFound' ? { kind: 'unnamed' } : failureOf(answer.error))
}
