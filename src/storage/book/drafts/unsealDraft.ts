import { toBase64url } from '../../../protocol/base64url'
import { openSealedDraft } from '../../../protocol/sealing/draftSeal'
import type { Draft } from '../../ledger'
import { draftKeyOf } from './draftSealing'
import type { OpenBook } from '../openBook'

/** A spoilt draft, read from its sealed copy, as it was last typed. `null` = there is none, or it cannot be read either. */
export async function unsealDraft(book: OpenBook, record: string): Promise<Draft | null> {
  for (const enrolment of book.enrolments) {
    const { device, code: commune } = enrolment
    const row = await book.db.sealedDrafts.get([device, record])
    const opened = row && (await openSealedDraft(await draftKeyOf(book, enrolment), { device, commune, record, sealed: toBase64url(row.blob) }))
    if (opened?.ok) return opened.value as Draft
  }
  return null
}
