import type { Result } from '../domain/result'
import type { PhotoStatus } from '../protocol/api'
import type { PhotoTrouble } from './control'
import type { TransportFailure } from './transport'

interface QueuedPhoto {
  readonly commune: string
  readonly hash: string
  readonly size: number
}

/** The photos to send; `storage` implements it as `PhotoPort`. */
export interface PhotoQueue {
  ready(commune: string): Promise<readonly Omit<QueuedPhoto, 'commune'>[]>
  bytes(hash: string): Promise<Uint8Array<ArrayBuffer> | 'spoilt' | null>
  confirmed(commune: string, hash: string): Promise<void>
}

/** `unnamed` = no record this account can reach at the server names the photo, or none does any more: the server does not want it now. */
export type PhotoFailure = TransportFailure | { readonly kind: 'unnamed' }

export interface PhotoTransport {
  status(commune: string, hash: string): Promise<Result<PhotoStatus, PhotoFailure>>
  /** Sends bytes from `at` on, of `size` in all. The answer says where to continue, whatever was sent. */
  send(commune: string, hash: string, part: { readonly at: number; readonly size: number; readonly bytes: Uint8Array<ArrayBuffer> }): Promise<Result<PhotoStatus, PhotoFailure>>
}

export interface PhotoSending {
  readonly photos: PhotoQueue
  readonly transport: PhotoTransport
  /** False once the book is locked, or when something else must be sent first. */
  readonly isCurrent: () => boolean
  /** Called with the bytes just sent, to count data use. */
  readonly onSent: (bytes: number) => void
  /** Size of the next part in bytes; grows on a good line, shrinks after a cut. The caller keeps it from run to run. */
  readonly line: { part: number }
}

export const FIRST_PART = 32_000
const LEAST_PART = 8_000
const MOST_PART = 256_000
/** How many times in one run a photo may make no progress (the server found that the bytes are not this photo) before it is skipped. */
export const MOST_RESTARTS = 2

/**
 * Sends the photos of these communes whose text the server has (S33, S34). Each continues where the server says it stands, and is deleted here when the
 * server has it whole, with the right hash. Safe to stop anywhere: the next run continues from there.
 *
 * @returns what ended the run early, or how many photos were skipped; `null` = neither
 */
export async function sendPhotos(sending: PhotoSending, communes: readonly string[]): Promise<PhotoTrouble | null> {
  const ready = await Promise.all(communes.map(async (commune) => (await sending.photos.ready(commune)).map((photo) => ({ ...photo, commune }))))
  return sendAll(sending, ready.flat())
}

/** A fault of one photo does not stop the others. Only a failure that would stop all of them ends the run. */
async function sendAll(sending: PhotoSending, photos: readonly QueuedPhoto[]): Promise<PhotoTrouble | null> {
  let passedOver = 0
  for (const photo of photos) {
    const failure = await sendPhoto(sending, photo)
    if (!sending.isCurrent()) return null
    switch (failure?.kind) {
      // Not counted: a photo that cannot be read here is reported separately, as long as it is on this device.
      case undefined: case 'spoilt': continue
      case 'offline': case 'notUnderstood': case 'busy': case 'signedOut': case 'revoked': case 'oldClient': return failure
      case 'unnamed': case 'tooLarge': case 'unknownDevice': case 'serverFault': passedOver += 1; continue
      default: failure satisfies never
    }
  }
  return passedOver > 0 ? { kind: 'passedOver', photos: passedOver } : null
}

async function sendPhoto({ photos, transport, isCurrent, onSent, line }: PhotoSending, { commune, hash, size }: QueuedPhoto): Promise<PhotoFailure | { readonly kind: 'spoilt' } | null> {
  const bytes = await photos.bytes(hash)
  if (!bytes) return null
  if (bytes === 'spoilt') return { kind: bytes }
  let restarts = 0
  let answer = await transport.status(commune, hash)
  while (answer.ok && !answer.value.isWhole && isCurrent()) {
    const { received } = answer.value
    // The server has more bytes than this photo has: start it again from its beginning.
    const at = received < size ? received : 0
    const part = bytes.slice(at, at + line.part)
    answer = await transport.send(commune, hash, { at, size, bytes: part })
    onSent(part.length)
    line.part = answer.ok ? Math.min(MOST_PART, line.part * 2) : Math.max(LEAST_PART, Math.floor(line.part / 2))
    if (answer.ok && !answer.value.isWhole && answer.value.received <= at) restarts += 1
    if (restarts > MOST_RESTARTS) return { kind: 'serverFault' }
  }
  if (!answer.ok) return answer.error
  if (answer.value.isWhole && isCurrent()) await photos.confirmed(commune, hash)
  return null
}
