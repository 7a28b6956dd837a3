import { toBase64url } from '../../../protocol/base64url'
import { openSealedDraft } from '../../../protocol/sealing/draftSeal'
import type { Draft } from '../../ledger'
import { draftKeyOf } from './draftSealing'
import type { OpenBook } from '../openBook'

/** A draft the book cannot read, from the copy that lies sealed beside it: as it was typed last. `null` = that one neither. */
export async function unsealDraft(book: OpenBook, record: string): Promise<Draft | null> {
  for (const enrolment of book.enrolments) {
    const { device, code: commune } = enrolment
    const row = await book.db.sealedDrafts.get([device, record])
    const opened = row && (await openSealedDraft(await draftKeyOf(book, enrolment), { device, commune, record, sealed: toBase64url(row.blob) }))
    if (opened?.ok) return opened.value as Draft
  }
  return null
}
