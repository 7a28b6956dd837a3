const MINUTE_MS = 60_000
/** More often nobody types a password; each that is looked at keeps the one thread busy for a tenth of a second. */
const PER_MINUTE = 20

/**
 * How often the password of an account may be tried from one address, right or wrong: whoever shares the address, in an office or behind a
 * mobile network, has tries of their own. What bounds guessing is `countAttempt`, not this. All counts end with the minute they are of, so that
 * names a stranger makes up take no room for long.
 *
 * @returns counts a try; seconds to wait, 0 = go on
 */
export function signInRate(clock: () => number): (username: string, address: string) => number {
  const counts = new Map<string, number>()
  let minute = 0
  return (username, address) => {
    const present = Math.floor(clock() / MINUTE_MS)
    if (present !== minute) counts.clear()
    minute = present
    const key = `${address} ${username}`
    const tries = (counts.get(key) ?? 0) + 1
    counts.set(key, tries)
    return tries > PER_MINUTE ? Math.ceil(((present + 1) * MINUTE_MS - clock()) / 1000) : 0
  }
}
