const MINUTE_MS = 60_000
/** Nobody types a password more often. Each check keeps the one thread busy for a tenth of a second. */
const PER_MINUTE = 20

/**
 * Limits how often an account's password may be tried from one address, right or wrong. Whoever shares the address, in an office or behind a mobile
 * network, has a limit of their own. Guessing is limited by `countAttempt`, not here. All counts are dropped at the end of their minute, so names
 * that a stranger makes up take no memory for long.
 *
 * @returns a function that counts a try and returns the seconds to wait, 0 = go on
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
