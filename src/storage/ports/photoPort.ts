import type { Result } from '../../domain/result'
import type { StorageFailure } from '../ledger'

/** A photo on this device, by the record it belongs to and the hash that names it. */
export interface KeptPhoto {
  readonly record: string
  readonly hash: string
  readonly commune: string
  /** Bytes. */
  readonly size: number
  /** When it was taken or chosen, ISO; absent on those from before that was written down. */
  readonly keptAt?: string
  /** It was found that its bytes cannot be read any more: it cannot be sent, and is to be taken again. */
  readonly isSpoilt?: true
}

/** Photos, encrypted like everything else, from the moment they are taken until the server has confirmed their hash. */
export interface PhotoPort {
  /** Gives the hash that answers the question. One that nothing names any more goes with the next submit or end of a draft. */
  keep(photo: { readonly commune: string; readonly record: string; readonly bytes: Uint8Array<ArrayBuffer> }): Promise<Result<string, StorageFailure>>
  /** `null` = not on this device (any more), `damaged` = the disk has spoilt them; that is remembered. */
  bytes(hash: string): Promise<Uint8Array<ArrayBuffer> | 'damaged' | null>
  /** All that are here, their text sent or not. */
  waiting(): Promise<readonly KeptPhoto[]>
  /** Those whose text has gone before: the server has heard of them, wherever their record lies by now. None that is known to be spoilt. */
  ready(commune: string): Promise<readonly Pick<KeptPhoto, 'hash' | 'size'>[]>
  /** The server has the photo: it leaves the device. */
  confirmed(commune: string, hash: string): Promise<void>
  /** Gives up a photo that is spoilt, and no other. */
  letGo(record: string, hash: string): Promise<Result<null, StorageFailure>>
}
