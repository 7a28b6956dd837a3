import type { Result } from '../../domain/result'
import type { StorageFailure } from '../ledger'

/** A photo on this device, identified by its record and the hash of its bytes. */
export interface KeptPhoto {
  readonly record: string
  readonly hash: string
  readonly commune: string
  /** Bytes. */
  readonly size: number
  /** When it was taken or chosen, ISO; absent on photos stored by an app version that did not record it. */
  readonly keptAt?: string
  /** Its bytes turned out to be unreadable: it cannot be sent and must be taken again. */
  readonly isSpoilt?: true
}

/** Photos of this device, encrypted like everything else, from when they are taken until the server has confirmed their hash. */
export interface PhotoPort {
  /** Stores a photo. If nothing names it any more, the next submit or end of a draft deletes it. @returns its hash, which is the answer to the question */
  keep(photo: { readonly commune: string; readonly record: string; readonly bytes: Uint8Array<ArrayBuffer> }): Promise<Result<string, StorageFailure>>
  /** `null` = not (or no longer) on this device. `spoilt` = its bytes cannot be read; the photo is then marked as such. */
  bytes(hash: string): Promise<Uint8Array<ArrayBuffer> | 'spoilt' | null>
  /** All photos on this device, whether their text was sent or not. */
  waiting(): Promise<readonly KeptPhoto[]>
  /** Photos that may be sent: the server has received the text that names them, even if their record has left this device. Without spoilt ones. */
  ready(commune: string): Promise<readonly Pick<KeptPhoto, 'hash' | 'size'>[]>
  /** Deletes a photo the server has. */
  confirmed(commune: string, hash: string): Promise<void>
  /** Deletes a spoilt photo. Does nothing for any other. */
  letGo(record: string, hash: string): Promise<Result<null, StorageFailure>>
}
