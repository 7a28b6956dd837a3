import * as z from 'zod/mini'
import { MOST_PHOTO_BYTES, PHOTO_HASH } from '../../domain/forms/subjects/photos'
import type { PhotoStatus } from '../api'
import { uuid } from '../../domain/identity/uuid'
import { commune, type EnvelopeResponse } from '../messages'

/* Requests and answers about photos that outlive their book (`protocol/photoSeal.ts`); apart from the others, for hardly any visit needs them. */

const sealed = (bytes: number) => z.string().check(z.maxLength(bytes))

/** A photo as it lies beside a book, but for its bytes: `key` opens them, and itself opens under the secret of the device. */
const sealedPhotoHeadSchema = z.strictObject({
  device: uuid, commune, record: uuid, hash: z.string().check(z.regex(PHOTO_HASH)),
  size: z.int().check(z.minimum(1), z.maximum(MOST_PHOTO_BYTES)), key: sealed(200),
})
export type SealedPhotoHead = z.infer<typeof sealedPhotoHeadSchema>

/** Parts of one request. */
export const MOST_PHOTO_PARTS = 8

/**
 * POST /api/sealed-photos, without a session: parts of one photo from `at` on, none to ask where to go on. The answer says that, as
 * for photos with a session; `later` = so many lie there of this device that no more is taken. Servers of before there were any do not know the address.
 */
export const sealedPhotoRequestSchema = z.extend(sealedPhotoHeadSchema, {
  at: z.int().check(z.nonnegative()), parts: z.array(sealed(60_000)).check(z.maxLength(MOST_PHOTO_PARTS)),
})
export type SealedPhotoRequest = z.infer<typeof sealedPhotoRequestSchema>
export interface SealedPhotoResponse extends PhotoStatus {
  readonly result: EnvelopeResponse['results'][number]['result']
}
