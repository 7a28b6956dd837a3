/** More rounds than competing tabs could ever cause: then something is wrong. */
const MOST_ROUNDS = 100

/**
 * Repeats "read, encrypt, write if nothing changed" until the write succeeds. `round` returns `undefined` if another writer was faster. @throws Error
 * after too many rounds: a bug
 */
export async function untilWritten<T>(round: () => Promise<T | undefined>): Promise<T> {
  for (let made = 0; made < MOST_ROUNDS; made++) {
    const done = await round()
    if (done !== undefined) return done
  }
  throw new Error(`storage — ${MOST_ROUNDS} writes in a row met a change`)
}
