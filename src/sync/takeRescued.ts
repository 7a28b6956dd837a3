import type { RescuedName } from '../protocol/sealing/sealedDrafts'

/** The book in which they are restored. `storage` implements it as `RescuedPort`; every result is explained there. */
export interface RescuedKeeper {
  standing(name: RescuedName): Promise<'wanted' | 'taken' | 'waits'>
  take(name: RescuedName, draft: unknown): Promise<'laid' | 'taken' | 'waits'>
}

/** Rescued drafts that wait at the server for the author using this device. Never throws; `null` = not possible now. */
export interface RescuedTransport {
  list(): Promise<readonly RescuedName[] | null>
  /** `gone` = another device of the author has taken it in the meantime. */
  read(name: RescuedName): Promise<{ readonly draft: unknown } | 'gone' | null>
  /** Tells the server that it may delete the draft. Idempotent. */
  taken(name: RescuedName): Promise<true | null>
}

export interface TakeRescuedDeps {
  readonly keeper: RescuedKeeper
  readonly transport: RescuedTransport
  /** False once the book is locked. */
  readonly isCurrent: () => boolean
  /** Whether no other tab has the book open. A form open there, with nothing typed yet, would overwrite a restored draft. */
  readonly isAlone: () => Promise<boolean>
}

/**
 * Fetches the drafts the server keeps for the holder of this book and restores each as a draft. The server is told to delete one only after it is stored
 * here, so stopping anywhere loses none. The book remembers the restored ones, so none comes twice (S43). Whatever fails now is tried in a later run.
 *
 * @returns how many were restored as drafts
 */
export async function takeRescued(deps: TakeRescuedDeps): Promise<number> {
  if (!(await deps.isAlone())) return 0
  let laid = 0
  for (const name of (await deps.transport.list()) ?? []) {
    const came = await bring(deps, name)
    if (came === 'laid') laid += 1
    if (came === null || (came !== 'waits' && !(await deps.transport.taken(name)))) break
  }
  return laid
}

async function bring({ keeper, transport, isCurrent, isAlone }: TakeRescuedDeps, name: RescuedName): Promise<'laid' | 'taken' | 'waits' | null> {
  if (!isCurrent()) return null
  const standing = await keeper.standing(name)
  if (standing !== 'wanted') return standing
  const read = await transport.read(name)
  if (read === 'gone') return 'waits'
  // The request may have taken long: the book may have been locked, or opened in another tab.
  return read && (await isAlone()) && isCurrent() ? keeper.take(name, read.draft) : null
}
