import type * as z from 'zod/mini'
import { sameAnswer, type Answers } from '../../domain/forms/answers'
import type { SubmitOperation } from '../../domain/records/operation'
import type { draftHeadSchema, SealedDraft } from '../../protocol/sealing/sealedDrafts'
import type { Db } from '../database/connect'

/**
 * Whether this very device sent the form the draft became, so that the draft is an older copy of it. What is on it might be newer unless
 * both say so: the form was sent no earlier, by the one clock both were written under, and the draft was begun without having seen what was
 * sent. Of another device neither is known; what was refused lies in no record.
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
