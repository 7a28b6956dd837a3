import { sql } from 'kysely'
import { foldName } from '../../domain/identity/nameKey'
import type { TwinQuery, TwinsElsewhere } from '../../protocol/api'
import type { Db } from '../database/connect'
import { findHolders } from '../store/numberRegistry'

interface Reach {
  readonly commune: string
  /** The hamlets that the asker reads, whose people are on their device already. `null` = the whole commune. Without any hamlet nobody is found. */
  readonly hamlets: readonly string[] | null
}

/**
 * Finds likely twins of a person outside the asker's hamlets: people with the same number, or with the same name (without diacritics) and full birth
 * date. It reveals names of hamlets and nothing about the people.
 */
export async function twinsElsewhere(db: Db, { commune, hamlets }: Reach, query: TwinQuery, hashOf: (number: string) => string): Promise<TwinsElsewhere> {
  if (hamlets?.length === 0) return { hamlets: [], otherCommune: false }
  const holders = query.number === undefined ? [] : await findHolders(db, [hashOf(query.number)])
  const numbered = holders.filter((holder) => holder.commune === commune).map(({ person }) => person)
  const found = hamlets === null ? [] : await peopleOutside(db, { commune, hamlets }, query, numbered)
  const name = foldName(query.name ?? '')
  const alike = found.filter((person) => numbered.includes(person.id) || foldName(person.name ?? '') === name)
  return { hamlets: [...new Set(alike.map(({ hamlet }) => hamlet))].sort(), otherCommune: holders.some((holder) => holder.commune !== commune) }
}

function peopleOutside(db: Db, { commune, hamlets }: { readonly commune: string; readonly hamlets: readonly string[] }, { name, born }: TwinQuery, numbered: readonly string[]) {
  const isBorn = name !== undefined && born !== undefined ? sql<boolean>`answers ->> 'born' = ${born}` : sql<boolean>`false`
  return db.selectFrom('record').innerJoin('hamlet', 'hamlet.id', 'record.hamlet')
    .select(['record.id', 'hamlet.name as hamlet', sql<string | null>`answers ->> 'fullName'`.as('name')])
    .where('record.commune', '=', commune).where('record.kind', '=', 'person')
    .where('record.hamlet', '<>', sql<string>`all(${sql.val(hamlets)}::uuid[])`)
    .where((eb) => eb.or([isBorn, eb('record.id', '=', sql<string>`any(${sql.val(numbered)}::uuid[])`)]))
    .execute()
}
