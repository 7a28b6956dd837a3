import { ok } from '../../../domain/result'
import type { ServerDeps } from '../../deps'
import { refuse, type Answer } from '../../http/refusal'
import type { Caller } from '../caller'
import { countAttempt, forgiveAttempt } from '../guessing'
import { hashPassword, isWeakPassword, verifyPassword } from './passwords'
import { replacePassword } from './replacePassword'

/** Changes the caller's own password and ends every other session of the account. A wrong current password counts as a guess. */
export async function changePassword(deps: ServerDeps, { user, session }: Caller, input: { current: string; next: string }, address: string): Answer {
  const wait = await countAttempt(deps, user.username, address)
  if (wait > 0) return refuse('lockedOut', { retryAfter: wait })
  const { password_hash: hash } = await deps.db.selectFrom('app_user').select('password_hash').where('id', '=', user.id).executeTakeFirstOrThrow()
  if (!(await verifyPassword(input.current, hash))) return refuse('wrongPassword')
  await forgiveAttempt(deps, user.username, address)
  if (input.next === input.current || isWeakPassword(input.next, user.username)) return refuse('weakPassword')
  const password_hash = await hashPassword(input.next)
  const isReplaced = await replacePassword(deps, { userId: user.id, password_hash, instead: hash, butTokenHash: session.tokenHash })
  return isReplaced ? ok({}) : refuse('wrongPassword')
}
