import { draftKey, sealDraft } from '../../../protocol/sealing/draftSeal'
import type { SealedDraftRow } from '../../disk/accountDatabase'
import { stateKeys } from '../../disk/places'
import { notesId } from '../../disk/stateRows'
import type { Draft } from '../../ledger'
import type { Enrolment } from '../devices/enrolment'
import type { OpenBook } from '../openBook'

/*
 * Each draft has a copy beside the book, sealed to the server under the name of the device (S42). The copy is written with the draft, deleted with it, and
 * handed in when nobody opens this book any more.
 */

/** The sealed copy of a draft; `null` if none of these enrolments is for its commune. */
export async function sealedDraft(book: OpenBook, draft: Pick<Draft, 'id' | 'commune'>, enrolments: readonly Enrolment[] = book.enrolments): Promise<SealedDraftRow | null> {
  const { commune, id: record } = draft
  const enrolment = enrolments.find(({ code }) => code === commune)
  if (!enrolment) return null
  const { device } = enrolment
  return { device, record, commune, isReceived: 0, blob: await sealDraft(await draftKeyOf(book, enrolment), { device, record, commune }, draft) }
}

export function draftKeyOf({ draftKeys }: OpenBook, { device, deviceSecret }: Enrolment): Promise<CryptoKey> {
  const key = draftKeys.get(device) ?? draftKey(deviceSecret)
  draftKeys.set(device, key)
  return key
}

/**
 * Deletes a draft and its sealed copy. Call it inside a transaction on drafts, sealed drafts and devices. Copies under a former device id belong to
 * another book, and stay.
 */
export async function endDraft(book: OpenBook, id: string): Promise<void> {
  await book.db.drafts.delete(id)
  await endSealed(book, id)
}

/** The same for all notes on a record. Call it inside the transaction that queues its acceptance. */
export async function endNotes(book: OpenBook, record: string): Promise<void> {
  await book.db.state.where('key').startsWith(stateKeys.note(record, '')).delete()
  await endSealed(book, notesId(record))
}

/** Deletes the sealed copy under the present device ids. Call it inside a transaction on sealed drafts and devices. */
export async function endSealed({ db }: OpenBook, id: string): Promise<void> {
  const devices = await db.devices.toCollection().primaryKeys()
  await db.sealedDrafts.bulkDelete(devices.map((device): [string, string] => [device, id]))
}
