import { useSyncExternalStore } from 'react'
import type { SyncState } from '../../../sync/control'
import { useServices } from '../../services'

/** How sync stands. Draws again at every step. */
export function useSyncState(): SyncState {
  const { sync } = useServices()
  return useSyncExternalStore(sync.subscribe, sync.state)
}
