import { randomBytes } from 'node:crypto'
import { uuid7 } from '../domain/identity/uuid7'

/** A maker of UUIDv7 by the given clock (epoch milliseconds). */
export function newIds(clock: () => number): () => string {
  return () => uuid7(clock(), randomBytes(10))
}
