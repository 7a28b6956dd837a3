import { fail, ok } from '../../../src/domain/result'
import { mergeDraft, saysSame } from '../../../src/storage/book/drafts/mergeDraft'
import type { Draft, Ledger } from '../../../src/storage/ledger'

/** Drafts by record id. Two memory ledgers with one such map are two tabs. */
export type DraftDisk = Map<string, Draft>

type Drafts = Pick<Ledger, 'findDraft' | 'findDraftToShow' | 'isDraftShown' | 'saveDraft' | 'discardDraft' | 'leaveDraft'>

/** The drafts of a memory ledger. What another tab wrote is kept as on a real disk. `end` ends a draft with whatever is done by `work`. */
export function memoryDrafts(disk: DraftDisk, changed: () => void) {
  /** What this tab knows, as `EditedDraft`. */
  const known = new Map<string, { readonly stored: Draft | undefined; readonly given: Draft | undefined }>()
  const isShown = (id: string): boolean => {
    const { stored, given } = known.get(id) ?? {}
    return disk.get(id) === stored && (!stored || !given || saysSame(stored, given))
  }
  const write = (draft: Draft, stored: Draft): void => {
    disk.set(draft.id, stored)
    known.set(draft.id, { stored, given: draft })
    changed()
  }
  const end = <T>(id: string, work: () => T) => {
    if (!isShown(id)) return fail({ kind: 'changedElsewhere' } as const)
    const done = work()
    disk.delete(id)
    known.set(id, { stored: undefined, given: known.get(id)?.given })
    changed()
    return ok(done)
  }
  const drafts: Drafts = {
    async findDraft(id) {
      known.set(id, { stored: disk.get(id), given: disk.get(id) })
      return disk.get(id)
    },
    findDraftToShow: async (id) => disk.get(id),
    isDraftShown: async (id) => ok(isShown(id)),
    async saveDraft(draft) {
      const [given, stored] = [known.get(draft.id)?.given, disk.get(draft.id)]
      const isSame = given !== undefined && given.place === draft.place && saysSame(given, draft)
      if (!isSame) write(draft, stored && stored !== given ? mergeDraft(stored, given ?? null, draft) : draft)
      return ok(draft)
    },
    discardDraft: async (draft) => end(draft.id, () => async () => {
      write(draft, draft)
      return ok(draft)
    }),
    async leaveDraft(draft) {
      const stored = known.get(draft.id)?.stored
      return ok(stored !== undefined && saysSame(stored, draft) && end(draft.id, () => null).ok)
    },
  }
  return { drafts, end }
}
