import type { RescuedName } from '../../../protocol/sealing/sealedDrafts'
import { stateKeys } from '../../disk/places'
import { readState } from '../../disk/stateRows'
import type { RescuedPort } from '../../ports/rescuedPort'
import { partGone } from '../../storageFailure'
import { insist, type OpenBook } from '../openBook'

/** Rescued drafts on their way into this book. Laying one down needs the forms, which a book that opens does not: fetched when the server has one. */
export function rescuedPort(book: OpenBook): RescuedPort {
  return {
    standing: (rescued) => insist(book, () => standingOf(book, rescued)),
    take: (rescued, draft) => insist(book, async () => {
      const part = await import('./layDown').catch(partGone)
      return part.layDown(book, rescued, draft)
    }),
  }
}

async function standingOf(book: OpenBook, { device, record, savedAt }: RescuedName): ReturnType<RescuedPort['standing']> {
  const { db, blank, enrolments } = book
  const lying = await db.sealedDrafts.bulkGet(enrolments.map(({ device: own }): [string, string] => [own, record]))
  const isBegun = blank.has(record) || (await db.drafts.get(record)) !== undefined || lying.some((row) => row !== undefined)
  // Of this very book, by a rescue file: what came to its end here is over; what did not may yet be wanted on another phone.
  const isOwn = (await db.devices.get(device)) !== undefined || ((await readState<string>(book, stateKeys.former(device, record))) ?? '') >= savedAt
  if (isOwn) return isBegun ? 'waits' : 'taken'
  // What was laid down once may have been sent or thrown away since: it is not laid down again, unless more was typed on it there.
  const laidDown = await readState<string>(book, stateKeys.rescued(device, record))
  if (laidDown !== null && laidDown >= savedAt) return 'taken'
  return isBegun ? 'waits' : 'wanted'
}
