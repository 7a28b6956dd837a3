import type { Instant } from '../domain/time'
import type { ServerConfig } from './config'
import type { Db } from './database/connect'
import type { Secrets } from './secrets'

/** What every part of the server gets. Tests pass their own clock and database. */
export interface ServerDeps {
  readonly db: Db
  readonly config: ServerConfig
  readonly secrets: Secrets
  /** Epoch milliseconds. */
  readonly clock: () => number
  /** A new UUIDv7. */
  readonly newId: () => string
}

/** The current instant by the server's clock. */
export function now(deps: Pick<ServerDeps, 'clock'>): Instant {
  return new Date(deps.clock()).toISOString()
}
