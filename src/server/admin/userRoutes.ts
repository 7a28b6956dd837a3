import type { FastifyInstance } from 'fastify'
import { ok } from '../../domain/result'
import { isUuid } from '../../domain/identity/uuid'
import { createUserSchema, updateUserSchema } from '../../protocol/api'
import { logEverywhere } from '../accounts/accessLog'
import type { Caller } from '../accounts/caller'
import { forgetAttempts } from '../accounts/guessing'
import { hashPassword, makePassword } from '../accounts/passwords/passwords'
import { replacePassword } from '../accounts/passwords/replacePassword'
import { endSessionsOf } from '../accounts/sessions'
import type { ServerDeps } from '../deps'
import { refuse, type Answer } from '../http/refusal'
import { signedInRoute } from '../http/route'
import { createUser, listUsers, reachable, updateUser } from './users'

const policy = { roles: ['admin'], area: 'none' } as const

/** Routes for the accounts of the administrator's communes. */
export function registerUserRoutes(app: FastifyInstance, deps: ServerDeps): void {
  signedInRoute(app, deps, {
    method: 'GET', url: '/api/admin/users', policy: { roles: ['admin'], area: 'query' },
    handle: ({ caller, commune }) => listUsers(deps, caller, commune),
  })
  signedInRoute(app, deps, {
    method: 'POST', url: '/api/admin/users', policy, body: createUserSchema,
    handle: ({ caller, body }) => createUser(deps, caller, body),
  })
  signedInRoute(app, deps, {
    method: 'PATCH', url: '/api/admin/users/:id', policy, body: updateUserSchema,
    handle: async ({ caller, body, params }) => (isUuid(params.id) ? updateUser(deps, caller, params.id, body) : refuse('notFound')),
  })
  signedInRoute(app, deps, {
    method: 'POST', url: '/api/admin/users/:id/reset-password', policy,
    handle: async ({ caller, params }) => (isUuid(params.id) ? resetPassword(deps, caller, params.id) : refuse('notFound')),
  })
  signedInRoute(app, deps, {
    method: 'POST', url: '/api/admin/users/:id/sign-out', policy,
    handle: async ({ caller, params }) => (isUuid(params.id) ? signOutEverywhere(deps, caller, params.id) : refuse('notFound')),
  })
}

/** Gives the account a new password, shown once. All its sessions end, and its wrong attempts are forgotten. */
async function resetPassword(deps: ServerDeps, caller: Caller, id: string): Answer<{ password: string }> {
  const account = await reachable(deps, caller, id)
  if (!account.ok) return account
  const password = makePassword()
  const password_hash = await hashPassword(password)
  await replacePassword(deps, { userId: id, password_hash })
  await forgetAttempts(deps, account.value.username)
  await logEverywhere(deps, caller, account.value.areas, 'resetPassword', id)
  return ok({ password })
}

async function signOutEverywhere(deps: ServerDeps, caller: Caller, id: string): Answer {
  const account = await reachable(deps, caller, id)
  if (!account.ok) return account
  await endSessionsOf(deps, id)
  await logEverywhere(deps, caller, account.value.areas, 'signOutEverywhere', id)
  return ok({})
}
