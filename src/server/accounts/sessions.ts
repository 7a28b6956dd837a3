import { createHash, randomBytes } from 'node:crypto'
import '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ServerConfig } from '../config'
import { now, type ServerDeps } from '../deps'
import type { Caller } from './caller'

const DAY_MS = 86_400_000
/** A session ends this long after its last use. The database decides; the cookie is kept as long as browsers allow. */
const SESSION_MS = 30 * DAY_MS
const COOKIE_SECONDS = (400 * DAY_MS) / 1000
/** The end of a session is moved at most this often, so that not every request is a write. */
const TOUCH_MS = 10 * 60_000

export interface NewSession {
  /** Only for the cookie. The database stores its hash. */
  readonly token: string
  readonly csrf: string
}

/** The form in which the database stores a token. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Starts a session of an account, and deletes all sessions that have expired. */
export async function startSession(deps: Pick<ServerDeps, 'db' | 'clock'>, userId: string): Promise<NewSession> {
  const [token, csrf] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')]
  const at = now(deps)
  await deps.db.deleteFrom('app_session').where('expires_at', '<', at).execute()
  await deps.db.insertInto('app_session')
    .values({ token_hash: hashToken(token), user_id: userId, csrf, created_at: at, last_seen_at: at, expires_at: expiry(deps) })
    .execute()
  return { token, csrf }
}

/** Moves the end of a session that is in use, and notes when the account was last seen. */
export async function touchSession(deps: ServerDeps, tokenHash: string, userId: string, lastSeenAt: string): Promise<void> {
  if (deps.clock() - Date.parse(lastSeenAt) < TOUCH_MS) return
  const at = now(deps)
  await deps.db.updateTable('app_session').set({ last_seen_at: at, expires_at: expiry(deps) }).where('token_hash', '=', tokenHash).execute()
  await deps.db.updateTable('app_user').set({ last_seen_at: at }).where('id', '=', userId).execute()
}

/** Ends a session if it belongs to this account. Sessions of other accounts go on. */
export async function endSession(deps: ServerDeps, tokenHash: string, userId: string): Promise<void> {
  await deps.db.deleteFrom('app_session').where('token_hash', '=', tokenHash).where('user_id', '=', userId).execute()
}

/** Ends all sessions of an account, except the one with `butTokenHash`. */
export async function endSessionsOf(deps: Pick<ServerDeps, 'db'>, userId: string, butTokenHash = ''): Promise<void> {
  await deps.db.deleteFrom('app_session').where('user_id', '=', userId).where('token_hash', '!=', butTokenHash).execute()
}

/** `__Host-` prevents other hosts of the domain from setting the cookie. Browsers allow the prefix only with https. */
const cookieName = (config: ServerConfig): string => (config.https ? '__Host-sothon' : 'sothon')

/** The cookie of one account. Officers who share a phone have a session each: this second cookie keeps an account's session when a colleague signs in. */
const cookieOf = (config: ServerConfig, userId: string): string => `${cookieName(config)}-${userId}`

/** The session token of the named account. If no account is named, or it has no cookie, the token of whoever signed in last. */
export function readCookie({ cookies }: FastifyRequest, config: ServerConfig, userId?: string): string | undefined {
  return (userId === undefined ? undefined : cookies[cookieOf(config, userId)]) ?? cookies[cookieName(config)]
}

/** Sets both cookies: the one of whoever signed in last, and the account's own. */
export function setCookies(reply: FastifyReply, config: ServerConfig, userId: string, token: string): void {
  for (const name of [cookieName(config), cookieOf(config, userId)]) void reply.setCookie(name, token, { ...attributes(config), maxAge: COOKIE_SECONDS })
}

/** Removes the cookies of the session that ended. Cookies of colleagues stay. */
export function clearCookies(request: FastifyRequest, reply: FastifyReply, config: ServerConfig, { user, session }: Caller): void {
  const last = readCookie(request, config)
  const wasLast = last !== undefined && hashToken(last) === session.tokenHash
  for (const name of [cookieOf(config, user.id), ...(wasLast ? [cookieName(config)] : [])]) void reply.clearCookie(name, attributes(config))
}

const attributes = (config: ServerConfig) => ({ path: '/', httpOnly: true, sameSite: 'strict', secure: config.https }) as const

const expiry = (deps: Pick<ServerDeps, 'clock'>): string => new Date(deps.clock() + SESSION_MS).toISOString()
