import type { AccountRow } from '../disk/directoryDatabase'

/** The first wrong try that causes a wait; each further one doubles the wait. */
const FIRST_WAITED = 3
const FIRST_WAIT_MS = 5_000
/** After so many wrong tries, only an online sign-in gives tries again. */
const MAX_TRIES = 10

export type TryState =
  | { readonly kind: 'open' }
  | { readonly kind: 'waiting'; readonly waitUntil: number }
  | { readonly kind: 'lockedUntilSignIn' }

type Tries = Pick<AccountRow, 'tries' | 'triedAt' | 'waitMs'>

export const noTries: Tries = { tries: 0, triedAt: 0, waitMs: 0 }

/** Whether a try may be made. A clock set back never makes the wait longer than it was. A clock set forward ends the wait, but never gives a try back. */
export function tryState({ tries, triedAt, waitMs }: Tries, now: number): TryState {
  if (tries >= MAX_TRIES) return { kind: 'lockedUntilSignIn' }
  const waitUntil = Math.min(triedAt, now) + waitMs
  return now < waitUntil ? { kind: 'waiting', waitUntil } : { kind: 'open' }
}

/** The row before a try is evaluated: already counted as wrong, so that killing the app in between gains nothing. */
export function withTry({ tries }: Tries, now: number): Tries {
  const made = tries + 1
  return { tries: made, triedAt: now, waitMs: made < FIRST_WAITED ? 0 : FIRST_WAIT_MS * 2 ** (made - FIRST_WAITED) }
}

/** The row for a clock that is now before the last try: the wait then starts from the present time, once. `undefined` = nothing to correct. */
export function mendedClock({ triedAt, ...rest }: Tries, now: number): Tries | undefined {
  return now < triedAt ? { ...rest, triedAt: now } : undefined
}

export const triesLeft = ({ tries }: Tries): number => Math.max(0, MAX_TRIES - tries)
