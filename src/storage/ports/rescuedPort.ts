import type { RescuedName } from '../../protocol/sealing/sealedDrafts'

/** Drafts of this account from a book that is no more, or cannot read them any more, on their way from the server into this one. Rejects with `StorageError` and changes nothing then. */
export interface RescuedPort {
  /** `taken` = it was laid down here before, or is of this very book, which can read it, and came to its end here; `waits` = a form of its record is begun or open here, and is finished first; or was thrown away, which may be taken back. */
  standing(name: RescuedName): Promise<'wanted' | 'taken' | 'waits'>
  /** Lays it down as a draft of this book; `taken` = it says nothing that its record does not say by now. Idempotent. */
  take(name: RescuedName, draft: unknown): Promise<'laid' | 'taken' | 'waits'>
}
