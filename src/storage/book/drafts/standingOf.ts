import { refusedCounter, type RescuedName } from '../../../protocol/sealing/sealedDrafts'
import { stateKeys } from '../../disk/places'
import { readState } from '../../disk/stateRows'
import type { RescuedPort } from '../../ports/rescuedPort'
import type { OpenBook } from '../openBook'
import { openOutboxRow } from '../recordView'

/** How a rescued draft stands in this book, before it is fetched; see `RescuedPort`. */
export async function standingOf(book: OpenBook, name: RescuedName): ReturnType<RescuedPort['standing']> {
  const { device, record, savedAt } = name
  const mustWait = await isKept(book, name)
  if (await isOwn(book, name)) return mustWait ? 'waits' : 'taken'
  // A draft restored once may have been sent or thrown away since: it is not restored again, unless its copy at the server is newer.
  const laidDown = await readState<string>(book, stateKeys.rescued(device, record))
  if (laidDown !== null && laidDown >= savedAt) return 'taken'
  return mustWait ? 'waits' : 'wanted'
}

/** Whether the draft must wait. For a refused form not read yet, the record it would wait for is unknown. */
async function isKept(book: OpenBook, name: RescuedName): Promise<boolean> {
  const refused = book.refused.get(refusedKey(name))
  if (refused && refused.base > 0 && (await book.db.records.get(refused.record)) === undefined) return true
  return isBegunHere(book, refused?.record ?? name.record)
}

export const refusedKey = ({ device, record, savedAt }: RescuedName): string => `${device}:${record}:${savedAt}`

async function isBegunHere({ db, blank, enrolments }: OpenBook, record: string): Promise<boolean> {
  const lying = await db.sealedDrafts.bulkGet(enrolments.map(({ device: own }): [string, string] => [own, record]))
  return blank.has(record) || (await db.drafts.get(record)) !== undefined || lying.some((row) => row !== undefined)
}

/**
 * Whether the draft is this book's own, which got to the server by a rescue file or a refusal, and ended here. Not if this book cannot read it, or if its
 * copy at the server is newer than when this book gave up that device id.
 */
async function isOwn(book: OpenBook, { device, record, savedAt }: RescuedName): Promise<boolean> {
  if ((await book.db.devices.get(device)) === undefined) return ((await readState<string>(book, stateKeys.former(device, record))) ?? '') >= savedAt
  const counter = refusedCounter(record)
  return counter === null || !(await isUnreadable(book, device, counter))
}

/** Whether the operation is spoilt here: its values are then only at the server, and come back like those of another book (S45). */
async function isUnreadable(book: OpenBook, device: string, counter: number): Promise<boolean> {
  const row = await book.db.outbox.get([device, counter])
  if (row) return (await openOutboxRow(book, row)) === null
  return (await book.db.state.get(stateKeys.letGo(device, counter))) !== undefined
}
