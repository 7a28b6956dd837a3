import { isIPv6 } from 'node:net'
import type { Db } from '../database/connect'
import { now, type ServerDeps } from '../deps'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const FIRST_LOCK_MS = 60_000
const LONGEST_LOCK_MS = 3_600_000
/** `pair` is an account at an address. A pair itself never has to wait. */
type Guesser = 'account' | 'address' | 'pair'

/**
 * Wrong passwords in a row before an account or an address has to wait. One subscriber is behind an IPv6 network: a phone or an office. Thousands may
 * be behind an IPv4 address of a mobile network, and a few of them must not lock out the others.
 */
function freeOf(guesser: Guesser, name: string): number {
  if (guesser === 'address') return isIPv6(name) ? 20 : 200
  return guesser === 'account' ? 4 : Infinity
}

/**
 * Counts an attempt before the password is checked, so that a hundred sent at once count as a hundred. Unknown account names count like known ones.
 * The wait doubles with each further attempt, from one minute to one hour.
 *
 * An attempt from an address that has to wait does not count against the account, so nobody can lock out a colleague from there. An account that
 * signed in from the address within a day, and had no wrong password there since, does not wait with the address: only its own attempts count.
 * @param address as `addressOf` gives it
 * @returns seconds to wait, 0 = go on
 */
export async function countAttempt(deps: ServerDeps, username: string, address: string): Promise<number> {
  const addressWaits = await count(deps, 'address', address)
  if (addressWaits > 0 && !(await isKnown(deps, username, address))) return addressWaits
  if (addressWaits === 0) await count(deps, 'pair', pairOf(username, address))
  return count(deps, 'account', username)
}

/**
 * Call when the password was right. The account's count starts again, and what its attempts from the address added to the address's count is taken
 * off. A pair without failures marks that the account is known at the address.
 */
export async function forgiveAttempt(deps: ServerDeps, username: string, address: string): Promise<void> {
  await forgetAttempts(deps, username)
  const key = keyOf(deps, 'pair', pairOf(username, address))
  await deps.db.transaction().execute(async (tx) => {
    const pair = await tx.selectFrom('sign_in_guess').selectAll().where('key', '=', key).forUpdate().executeTakeFirst()
    if (!pair) return
    await tx.updateTable('sign_in_guess').set({ failures: 0, last_at: now(deps) }).where('key', '=', key).execute()
    // The account had no failures here, so it added nothing to the address's count.
    if (pair.failures === 0) return
    const own = Math.max(1, leaked('pair', pair, deps.clock()))
    await tx.updateTable('sign_in_guess').set((e) => ({ failures: e.fn<number>('greatest', [e('failures', '-', own), e.lit(0)]), locked_until: null }))
      .where('key', '=', keyOf(deps, 'address', address)).execute()
  })
}

async function isKnown(deps: ServerDeps, username: string, address: string): Promise<boolean> {
  const pair = await deps.db.selectFrom('sign_in_guess').select('last_at').where('key', '=', keyOf(deps, 'pair', pairOf(username, address))).where('failures', '=', 0).executeTakeFirst()
  return pair !== undefined && deps.clock() - Date.parse(pair.last_at) < DAY_MS
}

/** Forgets the wrong passwords of an account, also when an administrator gave it a new password. */
export async function forgetAttempts(deps: ServerDeps, username: string): Promise<void> {
  await deps.db.deleteFrom('sign_in_guess').where('key', '=', keyOf(deps, 'account', username)).execute()
}

async function count(deps: ServerDeps, guesser: Guesser, name: string): Promise<number> {
  const key = keyOf(deps, guesser, name)
  return deps.db.transaction().execute(async (transaction) => {
    await forgetOld(transaction, deps)
    await transaction.insertInto('sign_in_guess').values({ key, failures: 0, last_at: now(deps), locked_until: null })
      .onConflict((c) => c.column('key').doNothing()).execute()
    const row = await transaction.selectFrom('sign_in_guess').selectAll().where('key', '=', key).forUpdate().executeTakeFirst()
    const left = row?.locked_until ? Date.parse(row.locked_until) - deps.clock() : 0
    if (left > 0) return Math.ceil(left / 1000)
    const failures = (row ? leaked(guesser, row, deps.clock()) : 0) + 1
    const lock = lockMs(failures - freeOf(guesser, name))
    const locked_until = lock ? new Date(deps.clock() + lock).toISOString() : null
    await transaction.updateTable('sign_in_guess').set({ failures, last_at: now(deps), locked_until }).where('key', '=', key).execute()
    return 0
  })
}

/** What is left of earlier attempts. An account keeps them. An address (with many people behind it) and a pair lose half in an hour. */
function leaked(guesser: Guesser, { failures, last_at }: { readonly failures: number; readonly last_at: string }, clock: number): number {
  return guesser === 'account' ? failures : Math.round(failures * 0.5 ** ((clock - Date.parse(last_at)) / HOUR_MS))
}

/** Deletes counts without an attempt for a day. */
async function forgetOld(db: Db, deps: ServerDeps): Promise<void> {
  const yesterday = new Date(deps.clock() - DAY_MS).toISOString()
  await db.deleteFrom('sign_in_guess').where('key', 'in', (q) => q.selectFrom('sign_in_guess').select('key').where('last_at', '<', yesterday).forUpdate().skipLocked()).execute()
}

const lockMs = (over: number): number => (over <= 0 ? 0 : Math.min(LONGEST_LOCK_MS, FIRST_LOCK_MS * 2 ** (over - 1)))

const pairOf = (username: string, address: string): string => `${address} ${username}`

const keyOf = (deps: ServerDeps, guesser: Guesser, name: string): string => deps.secrets.hmac('guess', `${guesser}:${name}`)
