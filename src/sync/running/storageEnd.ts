import type { StorageKind } from '../enginePorts'
import type { RunEnd } from '../engine'

/**
 * The end of a run whose store rejected with an expected failure (e.g. a full disk while settling): the same operations are sent again. @throws the error
 * itself if it is a bug
 */
export function storageEnd(error: unknown): Extract<RunEnd, { kind: 'trouble' }> {
  const failure = storageKindOf(error)
  if (!failure) throw error
  return { kind: 'trouble', trouble: { kind: 'storage', failure } }
}

export function storageKindOf(error: unknown): StorageKind | undefined {
  const kind = (error as { failure?: { kind?: unknown } } | null)?.failure?.kind
  return storageKinds.find((known) => known === kind)
}
const storageKinds = ['diskFull', 'storageLost', 'locked'] as const
