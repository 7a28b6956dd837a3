import * as z from 'zod/mini'
import { rescuedDraftSchema, rescuedDraftsSchema } from '../protocol/sealing/sealedDrafts'
import type { RescuedTransport } from '../sync/takeRescued'
import type { Session } from './session'

/** Rescued drafts over HTTP, for the author using `device`; see `protocol/sealing/sealedDrafts.ts` for the routes. */
export function rescuedTransport(session: Session, commune: string, device: string): RescuedTransport {
  const path = `/api/communes/${commune}/devices/${device}/drafts`
  return {
    async list() {
      const answer = await session.call({ method: 'GET', path }, rescuedDraftsSchema)
      return answer.ok ? answer.value.drafts : null
    },
    async read(name) {
      const answer = await session.call({ method: 'GET', path: `${path}/${name.device}/${name.record}` }, rescuedDraftSchema)
      if (answer.ok) return { draft: answer.value.draft }
      return answer.error.error === 'notFound' ? 'gone' : null
    },
    async taken(name) {
      const answer = await session.call({ method: 'POST', path: `${path}/taken`, json: name }, z.object({}))
      return answer.ok || null
    },
  }
}
