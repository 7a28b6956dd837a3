import { fail, ok, type Result } from '../../domain/result'
import type { AccountRow, DirectoryDatabase } from '../disk/directoryDatabase'
import { mendedClock, noTries, tryState, triesLeft, withTry } from './tries'
import type { UnlockFailure } from '../vaultTypes'

type Master = Uint8Array<ArrayBuffer>

/** How to get the master secret of an account; `null` if it has no such way in. */
export type Way = (row: AccountRow) => (() => Promise<Master | undefined>) | null

interface TryDeps { readonly directory: DirectoryDatabase; readonly now: () => number }

/**
 * Tries once to open a vault. The try is stored as a wrong one before it is evaluated, so that killing the app gives no free tries; success resets the
 * count.
 */
export async function tryToOpen(deps: TryDeps, userId: string, way: Way): Promise<Result<Master, UnlockFailure>> {
  const taken = await takeTry(deps, userId, way)
  if (!taken.ok) return taken
  const { row, look } = taken.value
  const master = await look()
  if (!master) return fail(wrong(row, deps.now()))
  await deps.directory.accounts.update(userId, { ...noTries, usedAt: deps.now() })
  return ok(master)
}

interface Taken { readonly row: AccountRow; readonly look: () => Promise<Master | undefined> }

function takeTry({ directory, now }: TryDeps, userId: string, way: Way): Promise<Result<Taken, UnlockFailure>> {
  return directory.transaction('rw', directory.accounts, async (): Promise<Result<Taken, UnlockFailure>> => {
    const found = await directory.accounts.get(userId)
    if (!found) return fail({ kind: 'storageLost' })
    const row = { ...found, ...mendedClock(found, now()) }
    const look = way(row)
    if (!look) return fail({ kind: 'noPasskey' })
    const state = tryState(row, now())
    const next = state.kind === 'open' ? { ...row, ...withTry(row, now()) } : row
    await directory.accounts.put(next)
    return state.kind === 'open' ? ok({ row: next, look }) : fail(state)
  })
}

function wrong(row: AccountRow, now: number): UnlockFailure {
  const state = tryState(row, now)
  if (state.kind === 'lockedUntilSignIn') return state
  return { kind: 'wrong', triesLeft: triesLeft(row), waitUntil: row.waitMs > 0 ? row.triedAt + row.waitMs : null }
}
