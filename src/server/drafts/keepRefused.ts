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
 * Keeps a form that came sealed and was refused for its author to have back, as a draft of theirs is kept: the book that would hear of the
 * refusal may be no more (protocol rules 11, 29, 42). One that goes on hears it, and says that it needs no copy, unless it cannot read the form itself any more (rule 45). Idempotent.
 * @returns `full` = so much waits for this author that it was not kept
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
