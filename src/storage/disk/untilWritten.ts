/** More rounds than tabs could ever take turns in: then something is wrong. */
const MOST_ROUNDS = 100

/**
 * Repeats "read, encrypt, write if nothing changed" until the write came through. `undefined` = another writer was
 * faster; read again.
 */
export async function untilWritten<T>(round: () => Promise<T | undefined>): Promise<T> {
  for (let made = 0; made < MOST_ROUNDS; made++) {
    const done = await round()
    if (done !== undefined) return done
  }
  throw new Error(`storage — ${MOST_ROUNDS} writes in a row met a change`)
}
