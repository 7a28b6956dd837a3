import { stateKeys } from '../disk/places'
import { readState, sealState } from '../disk/stateRows'
import type { OpenBook } from './openBook'

/* People somebody said to be two, a row from either side: who is asked about one is not asked about the other again. */

export async function tellApart(book: OpenBook, one: string, other: string): Promise<null> {
  await book.db.state.bulkPut(await Promise.all([stateKeys.apart(one, other), stateKeys.apart(other, one)].map((key) => sealState(book, key, true))))
  return null
}

/** Ids of those who are not this person. */
export async function toldApart({ db }: OpenBook, person: string): Promise<readonly string[]> {
  const prefix = stateKeys.apart(person, '')
  const keys = await db.state.where('key').startsWith(prefix).primaryKeys()
  return keys.map((key) => key.slice(prefix.length))
}

/** The same where the other is not on this device: `mark` says where, and by what they were alike. */
export async function tellApartElsewhere(book: OpenBook, person: string, mark: string): Promise<null> {
  await book.db.state.put(await sealState(book, stateKeys.elsewhere(person), mark))
  return null
}

export function toldElsewhere(book: OpenBook, person: string): Promise<string | null> {
  return readState<string>(book, stateKeys.elsewhere(person))
}
