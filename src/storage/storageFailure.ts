import { fail, type Result } from '../domain/result'
import type { StorageFailure } from './ledger'

/** Carries an expected storage failure where no `Result` can: from reads, and from the sync engine's bookkeeping. */
export class StorageError extends Error {
  override readonly name = 'StorageError'
  constructor(readonly failure: StorageFailure) {
    super(`storage — ${failure.kind}`)
  }
}

/** For a failed dynamic import: the browser no longer has that part of the app. Opening the app again helps. @throws StorageError `storageLost` */
export function partGone(): never {
  throw new StorageError({ kind: 'storageLost' })
}

const full: readonly string[] = ['QuotaExceededError']
const lost: readonly string[] = [
  'InvalidStateError', 'DatabaseClosedError', 'OpenFailedError', 'MissingAPIError', 'UnknownError', 'TransactionInactiveError', 'VersionChangeError', 'AbortError',
]

/**
 * The expected failure behind an error of IndexedDB or Dexie; `undefined` for a bug. Dexie keeps the cause in `inner`, and those of a bulk write in
 * `failures`.
 */
export function storageFailure(error: unknown): StorageFailure | undefined {
  if (error instanceof StorageError) return error.failure
  const names = namesOf(error)
  if (names.some((name) => full.includes(name))) return { kind: 'diskFull' }
  return names.some((name) => lost.includes(name)) ? { kind: 'storageLost' } : undefined
}

/** The result of the work, or the storage failure that ended it. @throws any other error: a bug */
export async function guarded<T, E>(work: () => Promise<Result<T, E>>): Promise<Result<T, E | StorageFailure>> {
  try {
    return await work()
  } catch (error) {
    const failure = storageFailure(error)
    if (!failure) throw error
    return fail(failure)
  }
}

function namesOf(error: unknown): readonly string[] {
  if (typeof error !== 'object' || error === null) return []
  const { name, inner, cause, failures } = error as { name?: unknown; inner?: unknown; cause?: unknown; failures?: unknown }
  const rows = Array.isArray(failures) ? failures.flatMap(namesOf) : []
  return [...(typeof name === 'string' ? [name] : []), ...rows, ...(inner === error ? [] : namesOf(inner)), ...(cause === error ? [] : namesOf(cause))]
}
