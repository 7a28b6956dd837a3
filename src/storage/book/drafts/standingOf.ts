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
  // What was laid down once may have been sent or thrown away since: it is not laid down again, unless more was typed on it there.
  const laidDown = await readState<string>(book, stateKeys.rescued(device, record))
  if (laidDown !== null && laidDown >= savedAt) return 'taken'
  return mustWait ? 'waits' : 'wanted'
}

/** Of a refused form that was not read yet nobody knows what it would wait for. */
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

/** Of this very book, by a rescue file or a refusal: what came to its end here is over; what did not may yet be wanted on another phone. */
async function isOwn(book: OpenBook, { device, record, savedAt }: RescuedName): Promise<boolean> {
  if ((await book.db.devices.get(device)) === undefined) return ((await readState<string>(book, stateKeys.former(device, record))) ?? '') >= savedAt
  const counter = refusedCounter(record)
  return counter === null || !(await isUnreadable(book, device, counter))
}

/** Its values are at the server alone then, and come back as those of another book do (protocol rule 45). */
async function isUnreadable(book: OpenBook, device: string, counter: number): Promise<boolean> {
  const row = await book.db.outbox.get([device, counter])
  if (row) return (await openOutboxRow(book, row)) === null
  return (await book.db.state.get(stateKeys.letGo(device, counter))) !== undefined
}
