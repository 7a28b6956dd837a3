import type { SubmitOperation } from '../../domain/records/operation'
import { toBase64url } from '../../protocol/base64url'
import { draftKey, sealDraft } from '../../protocol/sealing/draftSeal'
import { refusedId, type RefusedForm } from '../../protocol/sealing/sealedDrafts'
import { openDeviceSecret } from '../accounts/devices'
import { now, type ServerDeps } from '../deps'
import type { KnownDevice } from '../sync/findDevice'
import { keepDraft } from './draftStore'

interface Refused {
  readonly commune: string
  readonly device: string
  readonly known: KnownDevice
  readonly operation: SubmitOperation
}

/**
 * Keeps a form that came sealed and was refused, as a draft for its author: the book that would hear of the refusal may no longer exist (S11, S29,
 * S42). A book that goes on hears the refusal and reports that it needs no copy, unless it can no longer read the form itself (S45). Idempotent.
 * @returns `full` = not stored, because too many drafts wait for this author
 */
export async function keepRefused(deps: ServerDeps, { commune, device, known, operation }: Refused): Promise<'kept' | 'full'> {
  const { counter, base, at: savedAt, head: { hamlet } } = operation
  const record = refusedId(counter)
  const form: RefusedForm = { id: record, commune, head: { hamlet }, form: 'refused', base, answers: {}, savedAt, operation }
  const key = await draftKey(openDeviceSecret(deps, known.sealedSecret).toString('base64url'))
  const sealed = toBase64url(await sealDraft(key, { commune, device, record }, form))
  const kept = await keepDraft(deps.db, { commune, user_id: known.userId, device, record, hamlet, saved_at: savedAt, sealed, received_at: now(deps) })
  return kept === 'full' ? 'full' : 'kept'
}
