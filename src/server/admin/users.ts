import { sql } from 'kysely'
import type * as z from 'zod/mini'
import { areSameAreas, type Area } from '../../domain/access'
import { ok } from '../../domain/result'
import type { createUserSchema, updateUserSchema, User } from '../../protocol/api'
import { logEverywhere } from '../accounts/accessLog'
import { replaceAreas } from '../accounts/areas'
import type { Caller } from '../accounts/caller'
import { hashPassword, makePassword } from '../accounts/passwords/passwords'
import { endSessionsOf } from '../accounts/sessions'
import { now, type ServerDeps } from '../deps'
import { refuse, type Answer } from '../http/refusal'
import { findAccount, haveHamlets, listAccounts } from './accounts'
import { areSound, isWithinReach } from './reach'

type Create = z.infer<typeof createUserSchema>
type Update = z.infer<typeof updateUserSchema>

/** Lists the accounts with an area in a commune. Of their areas, only those in the administrator's communes are shown. */
export async function listUsers(deps: ServerDeps, { areas }: Caller, commune: string): Answer<{ users: User[] }> {
  const accounts = await listAccounts(deps.db, commune)
  const mine = (user: User): User => ({ ...user, areas: user.areas.filter((area) => isWithinReach(areas, [area])) })
  return ok({ users: accounts.map(mine) })
}

/** Creates an account with a password that is shown once. Refuses with `taken` if the name is used anywhere. */
export async function createUser(deps: ServerDeps, caller: Caller, input: Create): Answer<{ user: User; password: string }> {
  if (!areSound(input.role, input.areas)) return refuse('malformed')
  if (!isWithinReach(caller.areas, input.areas)) return refuse('forbidden')
  if (!(await haveHamlets(deps.db, input.areas))) return refuse('malformed')
  const password = makePassword()
  const id = await addAccount(deps, input, password)
  if (!id) return refuse('taken')
  await logEverywhere(deps, caller, input.areas, 'createUser', id)
  return ok({ password, user: (await findAccount(deps.db, id))! })
}

/**
 * Writes the account and its areas in one transaction.
 * @returns its id, or `undefined` if the name is taken
 */
export async function addAccount(deps: ServerDeps, { username, name, role, areas }: Create, password: string): Promise<string | undefined> {
  const password_hash = await hashPassword(password)
  return deps.db.transaction().execute(async (transaction) => {
    const id = deps.newId()
    const row = { id, username, name: name.normalize('NFC'), role, password_hash, created_at: now(deps), last_seen_at: null }
    const added = await transaction.insertInto('app_user').values(row).onConflict((c) => c.column('username').doNothing()).executeTakeFirst()
    if (!added.numInsertedOrUpdatedRows) return undefined
    await replaceAreas(transaction, id, areas)
    return id
  })
}

/**
 * Changes an account. After a change of role or areas its replicas start again; disabling ends its sessions. Safe to repeat.
 *
 * Refuses with `changedSince` if the account no longer has the role or areas that the administrator saw: otherwise a hamlet that was taken away
 * meanwhile would come back.
 */
export async function updateUser(deps: ServerDeps, caller: Caller, id: string, change: Update): Answer<User> {
  const account = await reachable(deps, caller, id)
  if (!account.ok) return account
  const own = id === caller.user.id
  if (own && (change.role !== undefined || change.disabled !== undefined || change.areas !== undefined)) return refuse('forbidden')
  const areas: readonly Area[] = change.areas ?? account.value.areas
  if (!areSound(change.role ?? account.value.role, areas)) return refuse('malformed')
  if (!isWithinReach(caller.areas, areas)) return refuse('forbidden')
  if (!(await haveHamlets(deps.db, areas))) return refuse('malformed')
  if (!(await writeChange(deps, id, change))) return refuse('changedSince')
  if (change.disabled) await endSessionsOf(deps, id)
  await logEverywhere(deps, caller, [...account.value.areas, ...areas], 'updateUser', id)
  return ok((await findAccount(deps.db, id))!)
}

/**
 * Writes the change.
 * @returns false, with nothing written, if the account has neither the role and areas in `seen` nor already those wanted
 */
async function writeChange({ db }: ServerDeps, id: string, { name, role, disabled, areas, seen }: Update): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    // Lock first, then read: a query that waits for the lock returns the areas of before.
    await transaction.selectFrom('app_user').select('id').where('id', '=', id).forUpdate().execute()
    const account = (await findAccount(transaction, id))!
    const wanted = { role: role ?? account.role, areas: areas ?? account.areas }
    const isAlready = holdsAlike(account, wanted)
    if (seen && !isAlready && !holdsAlike(account, seen)) return false
    const scopeStep = isAlready ? 0 : 1
    await transaction.updateTable('app_user').set({
      scope_version: sql`scope_version + ${sql.lit(scopeStep)}`,
      ...(name !== undefined && { name: name.normalize('NFC') }),
      ...(role !== undefined && { role }),
      ...(disabled !== undefined && { disabled }),
    }).where('id', '=', id).execute()
    if (areas) await replaceAreas(transaction, id, areas)
    return true
  })
}

type Hold = Pick<User, 'role' | 'areas'>

const holdsAlike = (one: Hold, other: Hold): boolean => one.role === other.role && areSameAreas(one.areas, other.areas)

/** Finds an account that the administrator may act on. Refuses with `forbidden` if it has communes outside the administrator's own. */
export async function reachable(deps: ServerDeps, caller: Caller, id: string): Answer<User> {
  const account = await findAccount(deps.db, id)
  if (!account) return refuse('notFound')
  return isWithinReach(caller.areas, account.areas) ? ok(account) : refuse('forbidden')
}
