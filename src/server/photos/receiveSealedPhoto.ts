import { fromBase64url } from '../../protocol/base64url'
import { openParts, photoSecretKey, PHOTO_PART, unwrapPhotoKey } from '../../protocol/sealing/photoSeal'
import type { SealedPhotoRequest, SealedPhotoResponse } from '../../protocol/sealing/sealedPhotos'
import { logAccess } from '../accounts/accessLog'
import { openDeviceSecret } from '../accounts/devices'
import type { ServerDeps } from '../deps'
import { findDevice, type KnownDevice } from '../sync/findDevice'
import { hasRoomFor, photoStatus, takePart } from './photoStore'

const nothing = { received: 0, isWhole: false }

/**
 * Takes sealed parts of a photo, without a session. The seal proves the device (S44); a revoked device is accepted too. No record need name the photo
 * yet: a draft that is still to be sent may name it. Who may see it is decided as for every photo. Never throws on bad input.
 */
export async function receiveSealedPhoto(deps: ServerDeps, request: SealedPhotoRequest): Promise<SealedPhotoResponse> {
  const { commune, hash, size, at, record, device } = request
  const known = await findDevice(deps.db, commune, device)
  const bytes = known && (await openRequest(deps, known, request))
  if (!known || !bytes) return { ...nothing, result: 'unreadable' }
  if (!(await hasRoomFor(deps.db, commune, hash, device))) return { ...nothing, result: 'later' }
  const before = await photoStatus(deps.db, commune, hash, size)
  if (before.isWhole || bytes.length === 0) return { ...before, result: 'received' }
  const status = await takePart(deps, { commune, hash, size, at, bytes, sentBy: known.userId, sealedOf: { device, record } })
  if (status.isWhole) await logAccess(deps, commune, known.userId, 'sealedPhotos', record)
  return { ...status, result: 'received' }
}

/** Opens the parts. `undefined` = this device did not seal them, or they do not start at the beginning of a part. */
async function openRequest(deps: ServerDeps, { sealedSecret }: KnownDevice, { key, at, parts, ...place }: SealedPhotoRequest): Promise<Buffer | undefined> {
  const [wrapped, ...sealed] = [key, ...parts].map(fromBase64url)
  const whole = sealed.filter((part) => part !== undefined)
  if (!wrapped || whole.length < sealed.length || at % PHOTO_PART !== 0) return undefined
  try {
    const secret = await photoSecretKey(openDeviceSecret(deps, sealedSecret).toString('base64url'))
    return Buffer.from(await openParts(await unwrapPhotoKey(secret, place, wrapped), place, at, whole))
  } catch {
    return undefined
  }
}
