import { stateKeys } from '../disk/places'
import { readState, sealState } from '../disk/stateRows'
import type { OpenBook } from './openBook'

/* People told apart. Each pair has a row from either side: after one was asked about, the other is not asked about again. */

export async function tellApart(book: OpenBook, one: string, other: string): Promise<null> {
  await book.db.state.bulkPut(await Promise.all([stateKeys.apart(one, other), stateKeys.apart(other, one)].map((key) => sealState(book, key, true))))
  return null
}

/** Ids of the people told apart from this one. */
export async function toldApart({ db }: OpenBook, person: string): Promise<readonly string[]> {
  const prefix = stateKeys.apart(person, '')
  const keys = await db.state.where('key').startsWith(prefix).primaryKeys()
  return keys.map((key) => key.slice(prefix.length))
}

/** The same for a twin outside this device: `mark` says where, and what is alike. */
export async function tellApartElsewhere(book: OpenBook, person: string, mark: string): Promise<null> {
  await book.db.state.put(await sealState(book, stateKeys.elsewhere(person), mark))
  return null
}

export function toldElsewhere(book: OpenBook, person: string): Promise<string | null> {
  return readState<string>(book, stateKeys.elsewhere(person))
}
