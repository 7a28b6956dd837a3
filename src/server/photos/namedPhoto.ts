import { sql } from 'kysely'
import { releasedForms } from '../../domain/forms/registry'
import type { Db } from '../database/connect'

const photoFields = releasedForms.flatMap(({ kind, fields }) => Object.entries(fields).flatMap(([id, field]) => (field.kind === 'photo' ? [{ kind, id }] : [])))
const kinds = [...new Set(photoFields.map(({ kind }) => kind))]
const fieldIds = [...new Set(photoFields.map(({ id }) => id))]

/**
 * The record of these hamlets (`null` = all) that names a photo now. A photo belongs to whom its record belongs to: without
 * one in reach it is as unknown as one that is not there.
 */
export async function recordNaming(db: Db, commune: string, hash: string, hamlets: readonly string[] | null): Promise<string | undefined> {
  const names = sql<boolean>`exists (select from unnest(${sql.val(fieldIds)}::text[]) as field where answers ->> field = ${hash})`
  const naming = db.selectFrom('record').select('id').where('commune', '=', commune).where('kind', 'in', kinds).where(names)
  const inReach = hamlets === null ? naming : naming.where('hamlet', '=', sql<string>`any(${sql.val(hamlets)}::uuid[])`)
  return (await inReach.limit(1).executeTakeFirst())?.id
}
