import type { AccountDatabase, SealedDraftRow } from '../disk/accountDatabase'
import { stateKeys } from '../disk/places'
import { rangeOf, sealState } from '../disk/stateRows'
import { sealedDraft } from './draftSealing'
import type { Enrolment } from './enrolment'
import type { OpenBook } from './openBook'
import { readViews } from './recordView'

/**
 * Readies what goes with a change of the ids of this book: its drafts lie sealed under the new ones and under no former one, and how far
 * each had come there is remembered, for copies of it are in rescue files.
 *
 * @returns what runs inside the transaction that changes the ids, on state and sealed drafts; `false` = more was typed meanwhile: start again
 */
export async function leaveDevices(book: OpenBook, former: readonly string[], enrolments: readonly Enrolment[]): Promise<() => Promise<boolean>> {
  const { db } = book
  const before = await sealedUnder(db, former)
  const drafts = (await readViews(book, [...new Set(before.map(({ record }) => record))])).flatMap(({ draft }) => draft ?? [])
  const sealed = await Promise.all(drafts.map((draft) => sealedDraft(book, draft, enrolments)))
  const marks = await Promise.all(former.flatMap((device) => drafts.map(({ id, savedAt }) => sealState(book, stateKeys.former(device, id), savedAt))))
  return async () => {
    if (String((await sealedUnder(db, former)).map(textOf)) !== String(before.map(textOf))) return false
    await db.sealedDrafts.bulkDelete(before.map(({ device, record }): [string, string] => [device, record]))
    await db.sealedDrafts.bulkPut(sealed.flatMap((row) => row ?? []))
    await db.state.bulkPut(marks)
    return true
  }
}

async function sealedUnder({ sealedDrafts }: AccountDatabase, devices: readonly string[]): Promise<readonly SealedDraftRow[]> {
  return (await Promise.all(devices.map((device) => sealedDrafts.where('[device+record]').between(...rangeOf(device)).toArray()))).flat()
}

const textOf = ({ device, record, blob }: SealedDraftRow): string => `${device}:${record}:${String(blob)}`
