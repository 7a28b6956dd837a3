import type { FastifyInstance } from 'fastify'
import { importSchema } from '../../protocol/api'
import type { ServerDeps } from '../deps'
import { signedInRoute, type SignedInSpec } from '../http/route'
import { commitImport, previewImport } from './importList'

/** Enough for the list of a whole commune: 50,000 lines of a dozen cells. */
const BODY_LIMIT = 32 * 1024 * 1024
const common = { method: 'POST', policy: { roles: ['admin'], area: 'path' }, body: importSchema, bodyLimit: BODY_LIMIT, perMinute: 20 } as const satisfies Partial<SignedInSpec<unknown>>

/** Routes for the first list of households and people: preview, then commit. */
export function registerImportRoutes(app: FastifyInstance, deps: ServerDeps): void {
  signedInRoute(app, deps, { ...common, url: '/api/communes/:c/import/preview', handle: ({ commune, body, caller }) => previewImport(deps, commune, caller.user.id, body.rows) })
  signedInRoute(app, deps, { ...common, url: '/api/communes/:c/import/commit', handle: ({ commune, body, caller }) => commitImport(deps, commune, caller.user.id, body.rows) })
}
