import type { FastifyInstance } from 'fastify'
import { ok } from '../../domain/result'
import { isUuid } from '../../domain/identity/uuid'
import { type RescuedName, rescuedNameSchema, sealedDraftRequestSchema } from '../../protocol/sealing/sealedDrafts'
import type { ServerDeps } from '../deps'
import { readers } from '../http/policy'
import { refuse } from '../http/refusal'
import { openRoute, signedInRoute, type SignedInContext } from '../http/route'
import type { StrangerGate } from '../http/strangerGate'
import { authorOf } from '../sync/author'
import { findDevice } from '../sync/findDevice'
import { findSealed, forgetDraft, listDrafts } from './draftStore'
import { openDraft, receiveDrafts } from './receiveDrafts'

/** Requests from one address: a courier phone brings drafts of others too. */
const PER_MINUTE = 120
const policy = { roles: readers, area: 'path' } as const

/** Routes for sealed drafts. They are handed in without a session (each proves its device), and only their author gets them back. */
export function registerDraftRoutes(app: FastifyInstance, deps: ServerDeps, strangers: StrangerGate): void {
  openRoute(app, deps, {
    method: 'POST', url: '/api/sealed-drafts', strangers, perMinute: PER_MINUTE, body: sealedDraftRequestSchema,
    handle: async ({ body }) => ok(await receiveDrafts(deps, body)),
  })
  const url = '/api/communes/:c/devices/:me/drafts'
  signedInRoute(app, deps, { method: 'GET', url, policy, handle: async (context) => {
    if (!(await isOwnDevice(deps, context))) return refuse('forbidden')
    return ok({ drafts: await listDrafts(deps.db, context.commune, authorOf(context.caller)) })
  } })
  signedInRoute(app, deps, { method: 'GET', url: `${url}/:device/:record`, policy, handle: async (context) => {
    const { caller, commune, params: { device = '', record = '' } } = context
    if (!(await isOwnDevice(deps, context))) return refuse('forbidden')
    const known = isUuid(device) && isUuid(record) && (await findDevice(deps.db, commune, device))
    const sealed = known && (await findSealed(deps.db, commune, authorOf(caller), { device, record }))
    return known && sealed ? ok({ draft: await openDraft(deps, known, sealed) }) : refuse('notFound')
  } })
  signedInRoute<RescuedName>(app, deps, { method: 'POST', url: `${url}/taken`, policy, body: rescuedNameSchema, handle: async (context) => {
    if (!(await isOwnDevice(deps, context))) return refuse('forbidden')
    await forgetDraft(deps.db, context.commune, authorOf(context.caller), context.body)
    return ok({})
  } })
}

/**
 * Whether the device in the path is the caller's and not revoked. The session may belong to a colleague who used this phone last, but a draft must be
 * for the holder of the book that asks.
 */
async function isOwnDevice({ db }: ServerDeps, { caller, commune, params: { me = '' } }: Pick<SignedInContext<unknown>, 'caller' | 'commune' | 'params'>): Promise<boolean> {
  const asking = isUuid(me) ? await findDevice(db, commune, me) : undefined
  return asking?.userId === caller.user.id && !asking.isRevoked
}
