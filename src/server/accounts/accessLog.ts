import type { Area } from '../../domain/access'
import { now, type ServerDeps } from '../deps'
import type { Caller } from './caller'

/** The events of the access log. Changes of records are not among them: the operations themselves record those. */
export type Access =
  | 'history' | 'record' | 'createUser' | 'updateUser' | 'resetPassword' | 'signOutEverywhere' | 'revokeDevice'
  | 'createHamlet' | 'updateHamlet' | 'planSurvey' | 'dropSurvey' | 'import' | 'importPreview' | 'revokedEnvelopes' | 'sealedDrafts' | 'sealedPhotos' | 'replicaDiffered' | 'photo' | 'twins'

/** Writes a line that is kept for ever: who did or saw what, and when. `record` is the id of the record or account. It never contains values. */
export async function logAccess(deps: Pick<ServerDeps, 'db' | 'clock' | 'newId'>, commune: string, userId: string, what: Access, record: string | null): Promise<void> {
  await deps.db.insertInto('access_log').values({ commune, id: deps.newId(), at: now(deps), user_id: userId, what, record }).execute()
}

/** Logs what an administrator did in several communes: one line in the log of each. */
export async function logEverywhere(deps: ServerDeps, caller: Caller, areas: readonly Area[], what: Access, record: string | null): Promise<void> {
  for (const commune of new Set(areas.map((area) => area.commune))) await logAccess(deps, commune, caller.user.id, what, record)
}
