import { PROTOCOL_VERSION, type SyncRequest, type SyncResponse } from '../../protocol/messages'
import { logAccess } from '../accounts/accessLog'
import { getEpoch } from '../database/instance'
import { now, type ServerDeps } from '../deps'
import type { Answer } from '../http/refusal'
import { refuse } from '../http/refusal'
import { ok } from '../../domain/result'
import type { Author } from './author'
import { communeContext } from './communeContext'
import { findDevice } from './findDevice'
import { pullPage } from './pullPage'
import { pushOperations } from './pushOperations'
import { incoming } from './readOperation'

/** One trip: judge what the device sends, then give it what it lacks. Repeating a request is always safe. */
export async function syncExchange(deps: ServerDeps, author: Author, request: SyncRequest): Answer<SyncResponse> {
  const { commune, device, run, ops, pull } = request
  const known = await findDevice(deps.db, commune, device)
  if (!known) return refuse(author.areas.some((area) => area.commune === commune) ? 'unknownDevice' : 'forbidden')
  if (known.userId !== author.id) return refuse('forbidden')
  if (known.isRevoked) return refuse('revokedDevice')
  const epoch = await getEpoch(deps.db)
  // A device that still counts by a register we no longer are would leave out what we lost: it is told first (protocol rule 6).
  const mayPush = ops.length > 0 && (request.epoch ?? epoch) === epoch
  const pushed = mayPush ? await pushOperations(deps, { commune, device, author, run, ops: incoming(ops), receivedAt: now(deps) }) : undefined
  const context = await communeContext(deps.db, author, commune)
  if (pull?.differs) await logAccess(deps, commune, author.id, 'replicaDiffered', null)
  const page = pull && (await pullPage(deps.db, { commune, author, device, cursor: pull.cursor, maxBytes: pull.maxBytes, amends: pull.amends === true }))
  return ok({
    protocol: PROTOCOL_VERSION,
    epoch,
    last: pushed?.last ?? known.lastCounter,
    outcomes: pushed?.outcomes ?? [],
    ...(pushed?.taken.length ? { taken: pushed.taken } : {}),
    page,
    context: context.hash === request.context ? null : context,
    // A cursor we go on from was made for this very scope; the list is for replicas that start again.
    scope: page?.reset ? context.hamlets.map((hamlet) => hamlet.id) : null,
  })
}
