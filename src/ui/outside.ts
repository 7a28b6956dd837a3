import { createContext, use } from 'react'
import type { Remote } from '../remote/remote'
import type { Courier } from '../storage/courier'
import type { Ledger } from '../storage/ledger'
import type { Vaults } from '../storage/vaultTypes'
import type { Platform } from './platform'
import type { Holder } from '../storage/holder'
import type { Services } from './services'

/** Everything the app gets from outside: the props of `App`. Made once in `main.tsx`; tests make it of parts in memory. */
export interface Outside {
  readonly vaults: Vaults
  readonly remote: Remote
  /** Makes the services of an opened book. Sync must not start before `run('open')`; the app stops it when it locks. */
  readonly makeServices: (ledger: Ledger, holder: Holder) => Omit<Services, 'lock'>
  /** Epoch ms. */
  readonly now: () => number
  /** UUIDv7. Names devices when they are enrolled. */
  readonly newId: () => string
  readonly platform: Platform
  /** Sealed envelopes as files. Fetched when first needed: signing in does not need it. */
  readonly courier: () => Promise<Courier>
}

export const OutsideContext = createContext<Outside | null>(null)

/** Everything from outside. Throws when rendered outside the app. */
export function useOutside(): Outside {
  const outside = use(OutsideContext)
  if (!outside) throw new Error('useOutside: rendered outside the app')
  return outside
}
