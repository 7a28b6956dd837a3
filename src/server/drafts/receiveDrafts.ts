import { draftKey, openSealedDraft } from '../../protocol/sealing/draftSeal'
import { draftHeadSchema, type SealedDraft, type SealedDraftRequest, type SealedDraftResponse } from '../../protocol/sealing/sealedDrafts'
import { logAccess } from '../accounts/accessLog'
import { openDeviceSecret } from '../accounts/devices'
import { now, type ServerDeps } from '../deps'
import { findDevice, type KnownDevice } from '../sync/findDevice'
import { keepDraft } from './draftStore'
import { wasSentSince } from './sentSince'

type Receipt = SealedDraftResponse['results'][number]['result']

/**
 * Takes sealed drafts, whoever carries them, and keeps each as it came for its author. The seal proves the device (S42); a revoked device is accepted
 * too. Drafts are not judged, and nobody else can read them. Never throws on bad input.
 */
export async function receiveDrafts(deps: ServerDeps, { drafts }: SealedDraftRequest): Promise<SealedDraftResponse> {
  const results: SealedDraftResponse['results'][number][] = []
  for (const draft of drafts) {
    const { device, record } = draft
    results.push({ device, record, result: await receive(deps, draft) })
  }
  return { results }
}

async function receive(deps: ServerDeps, sealed: SealedDraft): Promise<Receipt> {
  const { commune, device, record } = sealed
  const known = await findDevice(deps.db, commune, device)
  const head = known && draftHeadSchema.safeParse(await openDraft(deps, known, sealed)).data
  if (!known || head?.id !== record || head.commune !== commune) return 'unreadable'
  if (await wasSentSince(deps.db, sealed, head)) return 'received'
  const kept = await keepDraft(deps.db, {
    commune, user_id: known.userId, device, record, hamlet: head.head.hamlet, saved_at: head.savedAt, sealed: sealed.sealed, received_at: now(deps),
  })
  if (kept === 'kept') await logAccess(deps, commune, known.userId, 'sealedDrafts', record)
  return kept === 'full' ? 'later' : 'received'
}

/** Opens a sealed draft. `undefined` = this device did not seal it. */
export async function openDraft(deps: Pick<ServerDeps, 'secrets'>, { sealedSecret }: KnownDevice, sealed: SealedDraft): Promise<unknown> {
  const opened = await openSealedDraft(await draftKey(openDeviceSecret(deps, sealedSecret).toString('base64url')), sealed)
  return opened.ok ? opened.value : undefined
}
