import type { StorageKind } from '../enginePorts'
import type { RunEnd } from '../engine'

/** The store rejects with its typed failure (a full disk while settling): the run ends, the same operations go again. @throws the error itself where it is a bug */
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
