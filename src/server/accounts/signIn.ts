import { ok } from '../../domain/result'
import type { Me } from '../../protocol/api'
import { now, type ServerDeps } from '../deps'
import { refuse, type Answer } from '../http/refusal'
import { countAttempt, forgiveAttempt } from './guessing'
import { verifyPassword } from './passwords'
import { startSession } from './sessions'
import { describeMe } from './me'

/**
 * Signs in by name and password. Unknown name, wrong password: the same answer after the same work. A disabled account
 * learns that it is only with its right password.
 */
export async function signIn(deps: ServerDeps, input: { username: string; password: string }, address: string): Answer<{ me: Me; token: string }> {
  const wait = await countAttempt(deps, input.username, address)
  if (wait > 0) return refuse('lockedOut', { retryAfter: wait })
  const user = await deps.db.selectFrom('app_user').selectAll().where('username', '=', input.username).executeTakeFirst()
  if (!(await verifyPassword(input.password, user?.password_hash)) || !user) return refuse('wrongPassword')
  await forgiveAttempt(deps, input.username, address)
  if (user.disabled) return refuse('disabled')
  const { token, csrf } = await startSession(deps, user.id)
  await deps.db.updateTable('app_user').set({ last_seen_at: now(deps) }).where('id', '=', user.id).execute()
  return ok({ token, me: await describeMe(deps.db, user, csrf) })
}
