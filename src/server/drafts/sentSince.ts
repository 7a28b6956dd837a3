import type * as z from 'zod/mini'
import { sameAnswer, type Answers } from '../../domain/forms/answers'
import type { SubmitOperation } from '../../domain/records/operation'
import type { draftHeadSchema, SealedDraft } from '../../protocol/sealing/sealedDrafts'
import type { Db } from '../database/connect'

/**
 * Whether the same device has already sent the form that this draft became, so that the draft is an older copy. Two things must hold:
 * - the form was sent no earlier than the draft was saved, by the clock of that device
 * - the draft was begun on the same version, without having seen what was sent
 *
 * Otherwise the draft may be newer. For another device neither can be known. A refused form does not count: it is in no record.
 */
export async function wasSentSince(db: Db, { commune, device, record }: SealedDraft, { base, seen = {}, savedAt }: z.infer<typeof draftHeadSchema>): Promise<boolean> {
  const sent = await db.selectFrom('operation').select(['payload', 'outcome']).where('commune', '=', commune).where('record', '=', record)
    .where('device', '=', device).where('type', '=', 'submit').where('device_time', '>=', savedAt).execute()
  return sent.some(({ payload, outcome }) => {
    const submit = payload as SubmitOperation
    const isUnseen = Object.entries(submit.patch).some(([field, value]) => !sameAnswer(value ?? undefined, (seen as Answers)[field]))
    return outcome.kind !== 'refused' && submit.base === base && isUnseen
  })
}
