import type { Result } from '../domain/result'
import type { PhotoStatus } from '../protocol/api'
import type { PhotoTrouble } from './control'
import type { TransportFailure } from './transport'

interface QueuedPhoto {
  readonly commune: string
  readonly hash: string
  readonly size: number
}

/** What is sent of photos; `storage` has it as `PhotoPort`. */
export interface PhotoQueue {
  ready(commune: string): Promise<readonly Omit<QueuedPhoto, 'commune'>[]>
  bytes(hash: string): Promise<Uint8Array<ArrayBuffer> | 'damaged' | null>
  confirmed(commune: string, hash: string): Promise<void>
}

/** `unnamed` = no record in reach names the photo at the server (any more): it is not wanted now. */
export type PhotoFailure = TransportFailure | { readonly kind: 'unnamed' }

export interface PhotoTransport {
  status(commune: string, hash: string): Promise<Result<PhotoStatus, PhotoFailure>>
  /** Bytes from `at` on, of `size` in all. The answer says where to go on, whatever was sent. */
  send(commune: string, hash: string, part: { readonly at: number; readonly size: number; readonly bytes: Uint8Array<ArrayBuffer> }): Promise<Result<PhotoStatus, PhotoFailure>>
}

export interface PhotoSending {
  readonly photos: PhotoQueue
  readonly transport: PhotoTransport
  /** Says false once the book is locked, or something else is to go first. */
  readonly isCurrent: () => boolean
  /** Bytes that went, for who counts data. */
  readonly onSent: (bytes: number) => void
  /** Bytes of the next part; grows on a good line, shrinks when one was cut. Kept by the caller from run to run. */
  readonly line: { part: number }
}

export const FIRST_PART = 32_000
const LEAST_PART = 8_000
const MOST_PART = 256_000
/** Times the server may find that what came is not the photo, before this run leaves it. */
export const MOST_RESTARTS = 2

/**
 * Sends the photos of these communes whose text the server has, each from where the server says it stands, and lets go of each
 * that the server has whole (its hash is then right). Nothing is lost by stopping anywhere: the next run goes on from there.
 *
 * @returns what ended the run early, or how many were passed over; `null` = neither
 */
export async function sendPhotos(sending: PhotoSending, communes: readonly string[]): Promise<PhotoTrouble | null> {
  const ready = await Promise.all(communes.map(async (commune) => (await sending.photos.ready(commune)).map((photo) => ({ ...photo, commune }))))
  return sendAll(sending, ready.flat())
}

/** What is at fault with one photo is no reason to keep the others: only what would keep each of them ends the run. */
async function sendAll(sending: PhotoSending, photos: readonly QueuedPhoto[]): Promise<PhotoTrouble | null> {
  let passedOver = 0
  for (const photo of photos) {
    const failure = await sendPhoto(sending, photo)
    if (!sending.isCurrent()) return null
    switch (failure?.kind) {
      // One that cannot be read here is told by itself, for as long as it lies here.
      case undefined: case 'damaged': continue
      case 'offline': case 'notUnderstood': case 'busy': case 'signedOut': case 'revoked': case 'oldClient': return failure
      case 'unnamed': case 'tooLarge': case 'unknownDevice': case 'serverFault': passedOver += 1; continue
      default: failure satisfies never
    }
  }
  return passedOver > 0 ? { kind: 'passedOver', photos: passedOver } : null
}

async function sendPhoto({ photos, transport, isCurrent, onSent, line }: PhotoSending, { commune, hash, size }: QueuedPhoto): Promise<PhotoFailure | { readonly kind: 'damaged' } | null> {
  const bytes = await photos.bytes(hash)
  if (!bytes) return null
  if (bytes === 'damaged') return { kind: bytes }
  let restarts = 0
  let answer = await transport.status(commune, hash)
  while (answer.ok && !answer.value.isWhole && isCurrent()) {
    const { received } = answer.value
    // Somebody said that it had more: from its beginning it goes as it is.
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
