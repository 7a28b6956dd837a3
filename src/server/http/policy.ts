import type { FastifyInstance } from 'fastify'
import { mayAct, roles, type Area, type Role } from '../../domain/access'

/** Who may use a route. Every route under /api has a policy; otherwise the app refuses to start. */
export interface Policy {
  /** The roles that may use it. `anyone` = no session is needed. */
  readonly roles: readonly Role[] | 'anyone'
  /** Where the request names the commune it acts on, which must be in the caller's areas. `none` = no commune is checked. */
  readonly area: 'path' | 'query' | 'body' | 'none'
}

export const everyRole: readonly Role[] = roles
/** Roles that see records. */
export const readers: readonly Role[] = roles.filter((role) => mayAct(role, 'read'))
/** Roles that decide on forms. */
export const reviewers: readonly Role[] = roles.filter((role) => mayAct(role, 'accept'))

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: Policy
  }
}

class RouteWithoutPolicy extends Error {
  override readonly name = 'RouteWithoutPolicy'
  constructor(method: string, url: string) {
    super(`route — ${method} ${url} — declares no policy; register it with signedInRoute or openRoute`)
  }
}

/** Makes registering an API route without a policy an error at start-up. */
export function demandPolicies(app: FastifyInstance): void {
  app.addHook('onRoute', ({ method, url, config }) => {
    if (url.startsWith('/api') && !config?.policy) throw new RouteWithoutPolicy(String(method), url)
  })
}

/** Whether a commune is in the areas. Administrators act on whole communes only. */
export function hasCommune(role: Role, areas: readonly Area[], commune: string): boolean {
  return areas.some((area) => area.commune === commune && (role !== 'admin' || area.hamlets === null))
}
