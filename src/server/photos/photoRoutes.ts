import type { FastifyInstance } from 'fastify'
import { MOST_PHOTO_BYTES, PHOTO_HASH } from '../../domain/forms/subjects/photos'
import { ok } from '../../domain/result'
import { PHOTO_LENGTH_HEADER, PHOTO_OFFSET_HEADER } from '../../protocol/api'
import { sealedPhotoRequestSchema } from '../../protocol/sealing/sealedPhotos'
import { logAccess } from '../accounts/accessLog'
import type { ServerDeps } from '../deps'
import { readers } from '../http/policy'
import { refuse, type Answer } from '../http/refusal'
import { openRoute, signedInRoute, type SignedInContext } from '../http/route'
import type { StrangerGate } from '../http/strangerGate'
import type { WorkGate } from '../http/workGate'
import { authorOf } from '../sync/author'
import { readableHamlets } from '../sync/pulling/scope'
import { draftNaming, hasSent, recordNaming, recordShowing } from './namedPhoto'
import { photoStatus, readPhoto, takePart } from './photoStore'
import { receiveSealedPhoto } from './receiveSealedPhoto'

/** Bytes of one part. */
const PART_LIMIT = 300_000
/** Requests without a session, from one address. */
const PER_MINUTE = 240
const policy = { roles: readers, area: 'path' } as const

/**
 * Routes for photos, named by their hash.
 *
 * Sealed photos, whose book does not go on, are handed in without a session: each part proves its device.
 *
 * With a session, a photo is sent in parts and can continue from the middle (as in tus, without its creation step). GET tells how far the server is,
 * and POST brings a part. GET .../file returns the photo to whoever may read a record in which its author named it, or is the author of a rescued
 * draft that it was taken for. These three wait at the work gate with sync requests.
 */
export function registerPhotoRoutes(app: FastifyInstance, deps: ServerDeps, { gate, strangers }: { readonly gate: WorkGate; readonly strangers: StrangerGate }): void {
  openRoute(app, deps, {
    method: 'POST', url: '/api/sealed-photos', strangers, perMinute: PER_MINUTE, body: sealedPhotoRequestSchema,
    handle: async ({ body }) => ok(await receiveSealedPhoto(deps, body)),
  })
  const url = '/api/communes/:c/photos/:hash'
  const inTurn = (work: (context: SignedInContext<unknown>) => Answer) => async (context: SignedInContext<unknown>): Answer => {
    const done = await gate.run(() => work(context))
    return done.ok ? done.value : refuse('tooMany', done.error)
  }
  signedInRoute<unknown>(app, deps, { method: 'GET', url, policy, gate, handle: inTurn(async (context) => {
    if (!(await mayBring(deps, context))) return refuse('notFound')
    return ok(await photoStatus(deps.db, context.commune, hashOf(context)))
  }) })
  signedInRoute<unknown>(app, deps, { method: 'POST', url, policy, gate, bodyLimit: PART_LIMIT, handle: inTurn(async (context) => {
    const { body, caller, commune, request } = context
    const [at, size] = [wholeNumber(request.headers[PHOTO_OFFSET_HEADER]), wholeNumber(request.headers[PHOTO_LENGTH_HEADER])]
    if (!Buffer.isBuffer(body) || at === null || size === null || size === 0) return refuse('malformed')
    if (size > MOST_PHOTO_BYTES) return refuse('tooLarge')
    if (!(await mayBring(deps, context))) return refuse('notFound')
    return ok(await takePart(deps, { commune, hash: hashOf(context), size, at, bytes: body, sentBy: caller.user.id }))
  }) })
  signedInRoute<unknown>(app, deps, { method: 'GET', url: `${url}/file`, policy, gate, handle: inTurn(async (context) => {
    const { caller, commune, reply } = context
    const record = (await recordShown(deps, context)) ?? (await draftNaming(deps.db, commune, hashOf(context), authorOf(caller)))
    const bytes = record ? await readPhoto(deps.db, commune, hashOf(context)) : null
    if (!record || !bytes) return refuse('notFound')
    await logAccess(deps, commune, caller.user.id, 'photo', record)
    void reply.header('content-type', 'image/jpeg')
    return ok(bytes)
  }) })
}

type PhotoContext = Pick<SignedInContext<unknown>, 'caller' | 'commune' | 'params'>

const hashOf = ({ params }: Pick<PhotoContext, 'params'>): string => params.hash ?? ''

async function recordInReach(deps: ServerDeps, context: PhotoContext): Promise<string | undefined> {
  const { caller, commune } = context
  if (!PHOTO_HASH.test(hashOf(context))) return undefined
  return recordNaming(deps.db, commune, hashOf(context), readableHamlets(authorOf(caller), commune))
}

/**
 * The record that shows the photo to the caller. Sending a photo and seeing it are separate rights: whoever took one photo of somebody's papers may
 * not see every other.
 */
async function recordShown(deps: ServerDeps, context: PhotoContext): Promise<string | undefined> {
  return PHOTO_HASH.test(hashOf(context)) ? recordShowing(deps.db, context.commune, hashOf(context), authorOf(context.caller)) : undefined
}

/** Whether the caller may send this photo: a record in reach names it, or a form they sent does. */
async function mayBring(deps: ServerDeps, context: PhotoContext): Promise<boolean> {
  const { caller, commune } = context
  if ((await recordInReach(deps, context)) !== undefined) return true
  return PHOTO_HASH.test(hashOf(context)) && hasSent(deps.db, commune, hashOf(context), caller.user.id)
}

function wholeNumber(header: string | string[] | undefined): number | null {
  return typeof header === 'string' && /^\d{1,9}$/.test(header) ? Number(header) : null
}
