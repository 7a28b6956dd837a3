import type { FastifyRequest } from 'fastify'
import { ACCOUNT_HEADER } from '../../protocol/api'
import { now, type ServerDeps } from '../deps'
import { areasColumn } from './areas'
import type { Caller } from './caller'
import { hashToken, readCookie, touchSession } from './sessions'

/**
 * Finds the signed-in person of a request by its cookie, as they are now, with one query. `undefined` = no live session, a session of another account
 * than the request names, or a disabled account.
 */
export async function findCaller(deps: ServerDeps, request: FastifyRequest): Promise<Caller | undefined> {
  const account = request.headers[ACCOUNT_HEADER]?.toString()
  const token = readCookie(request, deps.config, account)
  if (!token) return undefined
  const tokenHash = hashToken(token)
  const row = await deps.db
    .selectFrom('app_session').innerJoin('app_user', 'app_user.id', 'app_session.user_id')
    .select(['app_user.id', 'username', 'name', 'role', 'scope_version', 'csrf', 'app_session.last_seen_at as seen', areasColumn])
    .where('token_hash', '=', tokenHash).where('expires_at', '>', now(deps)).where('disabled', '=', false)
    .executeTakeFirst()
  // Everything is logged under the session's account, so it must be the account that the request names.
  if (!row || (account !== undefined && account !== row.id)) return undefined
  await touchSession(deps, tokenHash, row.id, row.seen)
  const { id, username, name, role, scope_version: scopeVersion, csrf, areas } = row
  return { user: { id, username, name, role, scopeVersion }, areas, session: { tokenHash, csrf } }
}
