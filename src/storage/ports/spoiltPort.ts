import type { Result } from '../../domain/result'
import type { StorageFailure } from '../ledger'

/** Something written in this book that can no longer be read here. */
export type SpoiltPiece = { readonly record: string } & (
  /** `goes` = the next sync settles it with the server, by its envelope if there is one. */
  | { readonly kind: 'operation'; readonly device: string; readonly counter: number; readonly goes: boolean }
  /** `goes` = its sealed copy is handed in, and comes back if the server can read it. */
  | { readonly kind: 'draft'; readonly goes: boolean }
  | { readonly kind: 'note'; readonly field: string; readonly goes: false }
)

/** Spoilt data. It blocks nothing else, and is listed until somebody has dealt with it (S45). */
export interface SpoiltPort {
  /** Rejects with `StorageError`. */
  list(): Promise<readonly SpoiltPiece[]>
  /** Deletes a piece for good. Does nothing for an operation that still `goes`: sync removes that one. */
  letGo(piece: SpoiltPiece): Promise<Result<null, StorageFailure>>
}
