import type { Result } from '../../domain/result'
import type { StorageFailure } from '../ledger'

/** Something that was written in this book and cannot be read here any more. */
export type SpoiltPiece = { readonly record: string } & (
  /** `goes` = it is settled with the server at the next sync, by its sealed copy where it has one. */
  | { readonly kind: 'operation'; readonly device: string; readonly counter: number; readonly goes: boolean }
  /** `goes` = its sealed copy is handed in, and comes back where the server can read it. */
  | { readonly kind: 'draft'; readonly goes: boolean }
  | { readonly kind: 'note'; readonly field: string; readonly goes: false }
)

/** What nobody can read keeps nothing else, and stays until somebody has dealt with it (protocol rule 45). */
export interface SpoiltPort {
  /** Rejects with `StorageError`. */
  list(): Promise<readonly SpoiltPiece[]>
  /** Gives up a piece, but for an operation that still goes: that one leaves by itself. */
  letGo(piece: SpoiltPiece): Promise<Result<null, StorageFailure>>
}
