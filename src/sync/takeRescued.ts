import type { RescuedName } from '../protocol/sealing/sealedDrafts'

/** The book they are laid down in; `storage` has it as `RescuedPort`, where every promise is explained. */
export interface RescuedKeeper {
  standing(name: RescuedName): Promise<'wanted' | 'taken' | 'waits'>
  take(name: RescuedName, draft: unknown): Promise<'laid' | 'taken' | 'waits'>
}

/** Drafts at the server for the author of this device. Never throws; `null` = not now. */
export interface RescuedTransport {
  list(): Promise<readonly RescuedName[] | null>
  /** `gone` = another device of the author has taken it meanwhile. */
  read(name: RescuedName): Promise<{ readonly draft: unknown } | 'gone' | null>
  /** The server may forget it. Idempotent. */
  taken(name: RescuedName): Promise<true | null>
}

export interface TakeRescuedDeps {
  readonly keeper: RescuedKeeper
  readonly transport: RescuedTransport
  /** False once the book is locked. */
  readonly isCurrent: () => boolean
  /** Whether no other tab has the book open: a form there in which nothing is typed yet would write over what is laid down. */
  readonly isAlone: () => Promise<boolean>
}

/**
 * Fetches the drafts the server keeps for the holder of this book and lays each down as a draft. Only what lies here is said to be
 * taken, so that a stop anywhere loses none, and what was laid down is known, so that none comes twice (protocol rule 43). What
 * cannot go on now goes on in a later run.
 *
 * @returns how many were laid down
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
  // The line may be slow: another tab, or the lock, came meanwhile.
  return read && (await isAlone()) && isCurrent() ? keeper.take(name, read.draft) : null
}
