import type { FastifyInstance } from 'fastify'
import { isInArea } from '../../domain/access'
import type { RegisterRecord } from '../../domain/records/record'
import { ok } from '../../domain/result'
import { isUuid } from '../../domain/identity/uuid'
import { logAccess, type Access } from '../accounts/accessLog'
import type { Caller } from '../accounts/caller'
import type { ServerDeps } from '../deps'
import { readers, reviewers } from '../http/policy'
import { refuse } from '../http/refusal'
import { signedInRoute } from '../http/route'
import { findRecord } from '../store/findRecord'
import { readHistory } from '../store/reading/readHistory'

/** Routes that read one record and its history. A record outside the reader's hamlets is answered as if it did not exist. */
export function registerRecordRoutes(app: FastifyInstance, deps: ServerDeps): void {
  signedInRoute(app, deps, {
    method: 'GET',
    url: '/api/communes/:c/records/:id/history',
    // The history contains everything the record ever said, also what was corrected since. Officers at the door do not need that.
    policy: { roles: reviewers, area: 'path' },
    async handle({ caller, commune, params }) {
      const record = await readable(deps, { caller, commune, id: params.id ?? '' }, 'history')
      return record ? ok({ entries: await readHistory(deps.db, commune, record.id) }) : refuse('notFound')
    },
  })
  signedInRoute(app, deps, {
    method: 'GET',
    url: '/api/communes/:c/records/:id',
    policy: { roles: readers, area: 'path' },
    async handle({ caller, commune, params }) {
      const record = await readable(deps, { caller, commune, id: params.id ?? '' }, 'record')
      return record ? ok({ record }) : refuse('notFound')
    },
  })
}

interface Asked { readonly caller: Caller; readonly commune: string; readonly id: string }

/** The record, if the caller may see it. The reading is written to the access log. */
async function readable(deps: ServerDeps, { caller, commune, id }: Asked, what: Access): Promise<RegisterRecord | undefined> {
  const record = isUuid(id) ? await findRecord(deps.db, commune, id) : undefined
  if (!record || !isInArea(caller.areas, commune, record.hamlet)) return undefined
  await logAccess(deps, commune, caller.user.id, what, id)
  return record
}
