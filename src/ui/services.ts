import { createContext, use } from 'react'
import type { Holder } from '../storage/holder'
import type { Ledger } from '../storage/ledger'
import type { Remote } from '../remote/remote'
import type { SyncControl } from '../sync/control'

/** What screens may use once the book is open. Made in `main.tsx`; tests make it of the real parts in memory. */
export interface Services {
  readonly holder: Holder
  readonly ledger: Ledger
  readonly sync: SyncControl
  readonly remote: Remote
  /** Epoch ms. Passed in so that tests control the time. */
  readonly now: () => number
  /** UUIDv7. */
  readonly newId: () => string
  readonly lock: () => void
}

export const ServicesContext = createContext<Services | null>(null)

/** The services of the open book. Throws when rendered outside an open book: that is a bug. */
export function useServices(): Services {
  const services = use(ServicesContext)
  if (!services) throw new Error('useServices: rendered outside an open book')
  return services
}
