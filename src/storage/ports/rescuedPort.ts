import type { RescuedName } from '../../protocol/sealing/sealedDrafts'

/**
 * Restores rescued drafts of this account: from a former book, or from this one if it cannot read its own. Rejects with `StorageError` and then changes
 * nothing.
 */
export interface RescuedPort {
  /**
   * How a rescued draft stands in this book, before it is fetched.
   * - `wanted`: to be fetched and restored
   * - `taken`: already restored here, or it ended here: this book wrote it and can read it
   * - `waits`: a form of its record is begun or open here, or was thrown away and may be taken back; or its record is not here yet
   */
  standing(name: RescuedName): Promise<'wanted' | 'taken' | 'waits'>
  /**
   * Restores it as a draft of this book. Idempotent.
   * - `laid`: restored
   * - `taken`: nothing to show as a draft: its record says all of it by now, or it held notes, which were restored
   * - `waits`: as in `standing`, or this version does not know its form
   */
  take(name: RescuedName, draft: unknown): Promise<'laid' | 'taken' | 'waits'>
}
