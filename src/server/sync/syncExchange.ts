import type { FramedAnswer } from '../../protocol/answerFrames'
import { PROTOCOL_VERSION, type SyncOutcome, type SyncRequest, type SyncResponse } from '../../protocol/messages'
import { logAccess } from '../accounts/accessLog'
import { getEpoch } from '../database/instance'
import { now, type ServerDeps } from '../deps'
import { countDrafts } from '../drafts/draftStore'
import type { Answer } from '../http/refusal'
import { refuse } from '../http/refusal'
import { ok } from '../../domain/result'
import { askedOutcomes } from './askedOutcomes'
import type { Author } from './author'
import { communeContext } from './pulling/communeContext'
import { findDevice } from './findDevice'
import { pullPage, type PulledPage } from './pulling/pullPage'
import { pushOperations } from './pushOperations'
import { incoming } from './judging/readOperation'

/** What was judged so far, over all parts of a request. */
export interface Judged {
  readonly outcomes: SyncOutcome[]
  readonly taken: number[]
}

/** One part of a sync request. `push` judges its operations. After the last part, `answer` gives the device what it lacks. Both are safe to repeat. */
export interface Exchange {
  push(ops: readonly unknown[]): Promise<void>
  answer(): Promise<FramedAnswer>
}

const noPage: Omit<PulledPage, 'page'> & { readonly page: null } = { page: null, told: [], midway: null }

/**
 * Opens an exchange for one part of a request. It is refused if the device is unknown here, belongs to somebody else or is revoked.
 *
 * @param author with the current rights
 * @param request its `ops` are ignored: they are given to `push`
 * @param judged the result of the parts before, to which `push` adds
 */
export async function openExchange(deps: ServerDeps, author: Author, request: SyncRequest, { outcomes, taken }: Judged): Answer<Exchange> {
  const { commune, device, run, pull, asks } = request
  const known = await findDevice(deps.db, commune, device)
  if (!known) return refuse(author.areas.some((area) => area.commune === commune) ? 'unknownDevice' : 'forbidden')
  if (known.userId !== author.id) return refuse('forbidden')
  if (known.isRevoked) return refuse('revokedDevice')
  const epoch = await getEpoch(deps.db)
  // A device with another epoch would leave out what this server lost: it must hear of the new epoch first, so nothing is judged (S6).
  const isOurs = (request.epoch ?? epoch) === epoch
  let last = known.lastCounter
  return ok({
    async push(ops) {
      if (ops.length === 0 || !isOurs) return
      const pushed = await pushOperations(deps, { commune, device, author, run, ops: incoming(ops), receivedAt: now(deps) })
      if (!pushed) return
      last = pushed.last
      outcomes.push(...pushed.outcomes)
      taken.push(...pushed.taken)
    },
    async answer() {
      const asked = asks && isOurs ? await askedOutcomes(deps.db, { commune, device, ...asks }) : null
      const context = await communeContext(deps, author, commune)
      if (pull?.differs) await logAccess(deps, commune, author.id, 'replicaDiffered', null)
      const { page, told, midway } = pull ? await pullPage(deps.db, { commune, author, device, pull }) : noPage
      const response: SyncResponse = {
        protocol: PROTOCOL_VERSION,
        epoch,
        last: asked?.last ?? last,
        outcomes: asked?.outcomes ?? outcomes,
        ...(asked && { check: asked.check }),
        ...(taken.length > 0 && { taken }),
        page,
        context: context.hash === request.context ? null : context,
        // Only a replica that starts again needs the list: a cursor that is accepted was made for this very scope.
        scope: page?.reset ? context.hamlets.map((hamlet) => hamlet.id) : null,
        ...(page?.done && (await toldDrafts(deps, author, commune))),
      }
      return { response, told, midway }
    },
  })
}

async function toldDrafts({ db }: ServerDeps, author: Author, commune: string): Promise<Pick<SyncResponse, 'drafts'>> {
  const drafts = await countDrafts(db, commune, author)
  return drafts > 0 ? { drafts } : {}
}
