import { randomBytes } from 'node:crypto'
import { uuid7 } from '../domain/identity/uuid7'

const ID_BYTES = 10
/** Random bytes fetched at once. Fetching them for each id would cost an import of 15,000 records most of a second. */
const AT_ONCE = 400 * ID_BYTES

/** Returns a function that makes UUIDv7 by the given clock (epoch milliseconds). */
export function newIds(clock: () => number): () => string {
  let pool = Buffer.alloc(0)
  let used = 0
  return () => {
    if (used === pool.length) {
      pool = randomBytes(AT_ONCE)
      used = 0
    }
    used += ID_BYTES
    return uuid7(clock(), pool.subarray(used - ID_BYTES, used))
  }
}
