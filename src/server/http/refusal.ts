import type { ApiError, ApiErrorKind } from '../../protocol/api'
import { fail, type Result } from '../../domain/result'

/** The answer of a handler: the JSON body, or why the request is refused. */
export type Answer<T = unknown> = Promise<Result<T, ApiError>>

export const refuse = (error: ApiErrorKind, more: Omit<ApiError, 'error'> = {}): Result<never, ApiError> => fail({ error, ...more })

/** HTTP status by kind of refusal. 401 means only one thing: sign in (again). */
export const statusOf = {
  malformed: 400, signedOut: 401, wrongPassword: 403, disabled: 403, forbidden: 403, csrf: 403, revokedDevice: 403, unknownDevice: 403, notFound: 404,
  taken: 409, changedSince: 409, tooLarge: 413, weakPassword: 422, importErrors: 422, oldClient: 426, lockedOut: 429, tooMany: 429, internal: 500, busy: 503,
} as const satisfies Record<ApiErrorKind, number>
