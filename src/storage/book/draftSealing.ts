import { draftKey, sealDraft } from '../../protocol/draftSeal'
import type { SealedDraftRow } from '../disk/accountDatabase'
import type { Draft } from '../ledger'
import type { Enrolment } from './enrolment'
import type { OpenBook } from './openBook'
import { readViews } from './recordView'

/*
 * Each draft lies once more beside the book, sealed to the server under the name of the device (protocol rule 42): written with it, ended
 * with it, and handed in when nobody opens this book any more.
 */

/** `null` in a commune without a device among these enrolments. */
export async function sealedDraft(book: OpenBook, draft: Draft, enrolments: readonly Enrolment[] = book.enrolments): Promise<SealedDraftRow | null> {
  const { commune, id: record } = draft
  const enrolment = enrolments.find(({ code }) => code === commune)
  if (!enrolment) return null
  const { device, deviceSecret } = enrolment
  const key = book.draftKeys.get(device) ?? draftKey(deviceSecret)
  book.draftKeys.set(device, key)
  return { device, record, commune, isReceived: 0, blob: await sealDraft(await key, { device, record, commune }, draft) }
}

/** Inside a transaction on drafts, sealed drafts and devices. What lies sealed under a device this book is no more is another book's, and stays. */
export async function endDraft({ db }: OpenBook, id: string): Promise<void> {
  await db.drafts.delete(id)
  const devices = await db.devices.toCollection().primaryKeys()
  await db.sealedDrafts.bulkDelete(devices.map((device): [string, string] => [device, id]))
}

/**
 * Seals the drafts that are not: those of an earlier version of the app. Ends first what lies sealed of drafts that ended in a window of an
 * earlier version. Idempotent.
 */
export async function completeSealedDrafts(book: OpenBook): Promise<void> {
  const { db } = book
  await endLeftOver(book)
  const ids = await db.drafts.toCollection().primaryKeys()
  const sealed = new Set((await db.sealedDrafts.toCollection().primaryKeys()).map(String))
  const open = ids.filter((id) => !book.enrolments.some(({ device }) => sealed.has(String([device, id]))))
  for (const { draft } of await readViews(book, open)) {
    const row = draft && (await sealedDraft(book, draft))
    if (row) await putIfLacking(book, row)
  }
}

/** What lies under a device this book is no more stays: it is not known here what became of that draft. */
async function endLeftOver({ db, enrolments }: OpenBook): Promise<void> {
  const own = new Set(enrolments.map(({ device }) => device))
  await db.transaction('rw', db.drafts, db.sealedDrafts, async () => {
    const drafts = new Set(await db.drafts.toCollection().primaryKeys())
    const sealed = await db.sealedDrafts.toCollection().primaryKeys()
    await db.sealedDrafts.bulkDelete(sealed.filter(([device, record]) => own.has(device) && !drafts.has(record)))
  })
}

/** A keystroke meanwhile sealed what is newer, or the draft came to its end. */
async function putIfLacking({ db }: OpenBook, row: SealedDraftRow): Promise<void> {
  await db.transaction('rw', db.drafts, db.sealedDrafts, async () => {
    const isWanted = (await db.drafts.get(row.record)) !== undefined && (await db.sealedDrafts.get([row.device, row.record])) === undefined
    if (isWanted) await db.sealedDrafts.put(row)
  })
}
