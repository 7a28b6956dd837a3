import type { FastifyInstance } from 'fastify'
import { ok } from '../../domain/result'
import { changePasswordSchema, signInSchema } from '../../protocol/api'
import type { ServerDeps } from '../deps'
import { addressOf } from '../http/addressOf'
import { everyRole } from '../http/policy'
import { refuse } from '../http/refusal'
import { openRoute, signedInRoute } from '../http/route'
import { changePassword } from './passwords/changePassword'
import { hasEnrolled } from './devices'
import { describeMe } from './me'
import { clearCookies, endSession, hashToken, readCookie, setCookies } from './sessions'
import { signIn } from './signIn'
import { signInRate } from './signInRate'

/** Requests from one address. Hundreds of people may share it, so this only stops floods. */
const SIGN_INS_PER_MINUTE = 600
const forAll = { roles: everyRole, area: 'none' } as const

/** Routes for sign-in, sign-out, the signed-in account and a change of password. */
export function registerAccountRoutes(app: FastifyInstance, deps: ServerDeps): void {
  const countTry = signInRate(deps.clock)
  openRoute(app, deps, {
    method: 'POST', url: '/api/sign-in', body: signInSchema, perMinute: SIGN_INS_PER_MINUTE,
    handle: async ({ body, request, reply }) => {
      const retryAfter = countTry(body.username, addressOf(request))
      if (retryAfter > 0) return refuse('tooMany', { retryAfter })
      const result = await signIn(deps, body, addressOf(request))
      if (!result.ok) return result
      const { me, token } = result.value
      // An earlier session of this account in this browser ends, so nobody can plant a session and keep it. A colleague's session goes on, for the
      // colleague's book only.
      const earlier = readCookie(request, deps.config, me.id)
      if (earlier) await endSession(deps, hashToken(earlier), me.id)
      setCookies(reply, deps.config, me.id, token)
      return ok(me)
    },
  })
  signedInRoute(app, deps, {
    method: 'GET', url: '/api/me', policy: forAll,
    handle: async ({ caller: { user, session } }) => {
      const me = await describeMe(deps.db, user, session.csrf)
      return ok({ ...me, enrolled: await hasEnrolled(deps.db, me.communes.map(({ code }) => code), session.tokenHash) })
    },
  })
  signedInRoute(app, deps, {
    method: 'POST', url: '/api/sign-out', policy: forAll,
    handle: async ({ caller, request, reply }) => {
      await endSession(deps, caller.session.tokenHash, caller.user.id)
      clearCookies(request, reply, deps.config, caller)
      return ok({})
    },
  })
  signedInRoute(app, deps, {
    method: 'POST', url: '/api/password', policy: forAll, body: changePasswordSchema, perMinute: SIGN_INS_PER_MINUTE,
    handle: async ({ caller, body, request }) => {
      const retryAfter = countTry(caller.user.username, addressOf(request))
      return retryAfter > 0 ? refuse('tooMany', { retryAfter }) : changePassword(deps, caller, body, addressOf(request))
    },
  })
}
