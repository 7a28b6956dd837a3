import { ok } from '../../domain/result'
import type { Me } from '../../protocol/api'
import { now, type ServerDeps } from '../deps'
import { refuse, type Answer } from '../http/refusal'
import { countAttempt, forgiveAttempt } from './guessing'
import { verifyPassword } from './passwords/passwords'
import { startSession, type NewSession } from './sessions'
import { describeMe } from './me'

/**
 * Signs in by name and password. An unknown name and a wrong password get the same answer after the same work. Only the right password reveals that
 * an account is disabled.
 */
export async function signIn(deps: ServerDeps, input: { username: string; password: string }, address: string): Answer<{ me: Me; token: string }> {
  const wait = await countAttempt(deps, input.username, address)
  if (wait > 0) return refuse('lockedOut', { retryAfter: wait })
  const user = await deps.db.selectFrom('app_user').selectAll().where('username', '=', input.username).executeTakeFirst()
  if (!(await verifyPassword(input.password, user?.password_hash)) || !user) return refuse('wrongPassword')
  const session = await startIfStill(deps, user)
  if (!session) return refuse('wrongPassword')
  await forgiveAttempt(deps, input.username, address)
  return session === 'disabled' ? refuse(session) : ok({ token: session.token, me: await describeMe(deps.db, user, session.csrf) })
}

/**
 * Starts a session if the account still has the password that was verified. Verifying waited in a queue, and a reset in the meantime ended only the
 * sessions that existed then. The row lock makes this and a change of the account wait for each other.
 */
async function startIfStill(deps: ServerDeps, { id, password_hash }: { readonly id: string; readonly password_hash: string }): Promise<NewSession | 'disabled' | undefined> {
  return deps.db.transaction().execute(async (tx) => {
    const account = await tx.selectFrom('app_user').select('disabled').where('id', '=', id).where('password_hash', '=', password_hash).forUpdate().executeTakeFirst()
    if (!account) return undefined
    if (account.disabled) return 'disabled'
    await tx.updateTable('app_user').set({ last_seen_at: now(deps) }).where('id', '=', id).execute()
    return startSession({ ...deps, db: tx }, id)
  })
}
