import type { AccountDatabase, SealedDraftRow, SealedPhotoRow } from '../../disk/accountDatabase'
import { stateKeys } from '../../disk/places'
import { notedRecords, notesId, rangeOf, sealState } from '../../disk/stateRows'
import type { Draft } from '../../ledger'
import { sealedDraft } from '../drafts/draftSealing'
import type { Enrolment } from './enrolment'
import type { OpenBook } from '../openBook'
import { rewrap } from '../photos/photos'
import { readViews } from '../recordView'
import { nextSave, readNotes, sealedNotes } from '../drafts/unsentNotes'

/**
 * Prepares a change of this book's device ids. Drafts are sealed under the new ids and under no former one. How far each draft had got is remembered,
 * because copies of it may be in rescue files. Photos are sealed so that the new ids can open them.
 *
 * @returns a function to run inside the transaction that changes the ids, on state, sealed drafts and photos; `false` = something changed in the meantime:
 * start again
 */
export async function leaveDevices(book: OpenBook, former: readonly string[], enrolments: readonly Enrolment[]): Promise<() => Promise<boolean>> {
  const { db } = book
  const before = await sealedUnder(db, former)
  const drafts = (await readViews(book, [...new Set(before.map(({ record }) => record))])).flatMap(({ draft }) => draft ?? [])
  const ended = await endedOf(book, before, drafts)
  const noted = [...(await notedRecords(db))].filter((record) => before.some((row) => row.record === notesId(record)))
  const notes = noted.map(async (record) => sealedNotes(book, record, await readNotes(book, record), enrolments))
  const sealed = await Promise.all([...drafts.map((draft) => sealedDraft(book, draft, enrolments)), ...notes])
  const photos = await photosUnder(db, former)
  const kept = await rewrap(book, photos, enrolments)
  const reached = [...drafts, ...(await Promise.all(noted.map(async (record) => ({ id: notesId(record), savedAt: await nextSave(book, record) }))))]
  const marks = await Promise.all(former.flatMap((device) => reached.map(({ id, savedAt }) => sealState(book, stateKeys.former(device, id), savedAt))))
  return async () => {
    if (String((await sealedUnder(db, former)).map(textOf)) !== String(before.map(textOf))) return false
    if (String((await photosUnder(db, former)).map(({ id }) => id)) !== String(photos.map(({ id }) => id))) return false
    await db.sealedPhotos.bulkPut(kept)
    await db.sealedDrafts.bulkDelete(ended.map(({ device, record }): [string, string] => [device, record]))
    await db.sealedDrafts.bulkPut(sealed.flatMap((row) => row ?? []))
    await db.state.bulkPut(marks)
    return true
  }
}

/** The sealed drafts to delete. One that only the server may still read stays for it, under the former id. */
async function endedOf({ db }: OpenBook, sealed: readonly SealedDraftRow[], drafts: readonly Draft[]): Promise<readonly SealedDraftRow[]> {
  const readable = new Set(drafts.map(({ id }) => id))
  const here = await db.drafts.bulkGet(sealed.map(({ record }) => record))
  return sealed.filter(({ record }, at) => readable.has(record) || here[at] === undefined)
}

const photosUnder = ({ sealedPhotos }: AccountDatabase, devices: readonly string[]): Promise<readonly SealedPhotoRow[]> =>
  sealedPhotos.filter(({ device }) => devices.includes(device)).toArray()

async function sealedUnder({ sealedDrafts }: AccountDatabase, devices: readonly string[]): Promise<readonly SealedDraftRow[]> {
  return (await Promise.all(devices.map((device) => sealedDrafts.where('[device+record]').between(...rangeOf(device)).toArray()))).flat()
}

const textOf = ({ device, record, blob }: SealedDraftRow): string => `${device}:${record}:${String(blob)}`
