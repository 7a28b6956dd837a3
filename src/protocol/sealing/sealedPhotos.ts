import * as z from 'zod/mini'
import { MOST_PHOTO_BYTES, PHOTO_HASH } from '../../domain/forms/subjects/photos'
import type { PhotoStatus } from '../api'
import { uuid } from '../../domain/identity/uuid'
import { commune, type EnvelopeResponse } from '../messages'

/* Requests and answers about photos that outlive their book (`protocol/sealing/photoSeal.ts`). In a module of their own, because few visits need them. */

const sealed = (bytes: number) => z.string().check(z.maxLength(bytes))

/** A sealed photo without its bytes. `key` opens the bytes, and is itself opened with the device's secret. */
const sealedPhotoHeadSchema = z.strictObject({
  device: uuid, commune, record: uuid, hash: z.string().check(z.regex(PHOTO_HASH)),
  size: z.int().check(z.minimum(1), z.maximum(MOST_PHOTO_BYTES)), key: sealed(200),
})
export type SealedPhotoHead = z.infer<typeof sealedPhotoHeadSchema>

/** Most parts of one request. */
export const MOST_PHOTO_PARTS = 8

/**
 * POST /api/sealed-photos, without a session: parts of one photo from `at` on, or none to ask where to go on. The answer says where to go on,
 * as for photos with a session. `later`: the server has so many photos of this device that it takes no more. Older servers do not know the address.
 */
export const sealedPhotoRequestSchema = z.extend(sealedPhotoHeadSchema, {
  at: z.int().check(z.nonnegative()), parts: z.array(sealed(60_000)).check(z.maxLength(MOST_PHOTO_PARTS)),
})
export type SealedPhotoRequest = z.infer<typeof sealedPhotoRequestSchema>
export interface SealedPhotoResponse extends PhotoStatus {
  readonly result: EnvelopeResponse['results'][number]['result']
}
