import { createContext, use } from 'react'
import type { Remote } from '../remote/remote'
import type { Courier } from '../storage/courier'
import type { Ledger } from '../storage/ledger'
import type { Vaults } from '../storage/vaultTypes'
import type { Platform } from './platform'
import type { Holder } from '../storage/holder'
import type { Services } from './services'

/** Everything the app gets from outside: the props of `App`. Made once, in `main.tsx`; in tests, of parts on memory. */
export interface Outside {
  readonly vaults: Vaults
  readonly remote: Remote
  /** Builds what screens use of an opened book. Sync must not run by itself before `run('open')`; the app stops it at lock. */
  readonly makeServices: (ledger: Ledger, holder: Holder) => Omit<Services, 'lock'>
  /** Epoch ms. */
  readonly now: () => number
  /** UUIDv7; names devices at enrolment. */
  readonly newId: () => string
  readonly platform: Platform
  /** Sealed envelopes as files. Fetched when it is first wanted: signing in needs none of it. */
  readonly courier: () => Promise<Courier>
}

export const OutsideContext = createContext<Outside | null>(null)

export function useOutside(): Outside {
  const outside = use(OutsideContext)
  if (!outside) throw new Error('useOutside: rendered outside the app')
  return outside
}
